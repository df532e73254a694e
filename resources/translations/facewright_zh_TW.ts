<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Facewright</source>
        <translation>關於 Facewright</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>A face editor: expressions on photographs, and the same face on a game character&apos;s rig. Free software under the Apache License 2.0. Your pictures stay on this machine.</source>
        <translation>臉孔編輯器：在照片上調整表情，並把同一張臉帶到遊戲角色的綁定上。自由軟體，採用 Apache 2.0 授權條款。您的圖片不會離開這部電腦。</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>基於</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>head mesh and shape targets</source>
        <translation>頭部網格與形狀目標</translation>
    </message>
    <message>
        <source>landmarks, blendshapes, head pose</source>
        <translation>特徵點、混合變形、頭部姿態</translation>
    </message>
    <message>
        <source>identity meter</source>
        <translation>身分相似度</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>視窗介面</translation>
    </message>
    <message>
        <source>picture processing</source>
        <translation>影像處理</translation>
    </message>
    <message>
        <source>mathematics</source>
        <translation>數學運算</translation>
    </message>
    <message>
        <source>drawing on the graphics card</source>
        <translation>顯示卡繪製</translation>
    </message>
    <message>
        <source>trained models</source>
        <translation>訓練模型</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>儲存專案</translation>
    </message>
    <message>
        <source>Save project as…</source>
        <translation>另存專案…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Presets on many photos…</source>
        <translation>對多張照片套用預設集…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy all settings of the face</source>
        <translation>複製這張臉的全部設定</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>貼上設定</translation>
    </message>
    <message>
        <source>Reset the face</source>
        <translation>重設這張臉</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Before/after wipe</source>
        <translation>前後對比擦除</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>符合視窗大小</translation>
    </message>
    <message>
        <source>100 %</source>
        <translation>100 %</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Next face</source>
        <translation>下一張臉</translation>
    </message>
    <message>
        <source>Previous face</source>
        <translation>上一張臉</translation>
    </message>
    <message>
        <source>History</source>
        <translation>步驟記錄</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Engine status…</source>
        <translation>引擎狀態…</translation>
    </message>
    <message>
        <source>System report…</source>
        <translation>系統報告…</translation>
    </message>
    <message>
        <source>About Facewright</source>
        <translation>關於 Facewright</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>AttributeScores</name>
    <message>
        <source>Found with a score of {0} (AUC: 1 is perfect, 0.5 a guess)</source>
        <translation>得分 {0}（AUC：1 為完美，0.5 等於瞎猜）</translation>
    </message>
    <message>
        <source>Turned by 1 it moves by {0} of how far faces differ</source>
        <translation>轉動 1，改變人與人之間差異的 {0}</translation>
    </message>
    <message>
        <source>Moves besides: {0}</source>
        <translation>連帶改變：{0}</translation>
    </message>
</context>
<context>
    <name>AttributesPanel</name>
    <message>
        <source>Filter the knobs</source>
        <translation>篩選旋鈕</translation>
    </message>
    <message>
        <source>Randomise what is not locked</source>
        <translation>隨機改變未鎖定的參數</translation>
    </message>
    <message>
        <source>Lock {0}</source>
        <translation>鎖定{0}</translation>
    </message>
    <message>
        <source>Unlock {0}</source>
        <translation>解除鎖定{0}</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>隨機</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Presets on many photos</source>
        <translation>對多張照片套用預設集</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Draw all</source>
        <translation>全部繪製</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>表情預設集</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>繪製方式</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>新增照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Write into a folder</source>
        <translation>寫入資料夾</translation>
    </message>
    <message>
        <source>{0} cannot follow this preset.</source>
        <translation>{0} 無法表現此預設集。</translation>
    </message>
    <message>
        <source>Writes {0} pictures as PRESET/PHOTO.png, and {1}</source>
        <translation>將寫入 {0} 張圖片（預設集/照片.png）以及 {1}</translation>
    </message>
    <message>
        <source>Add photos (or drop them here) and tick at least one preset.</source>
        <translation>請新增照片（或拖放到這裡），並至少勾選一個預設集。</translation>
    </message>
    <message>
        <source>Drawing all</source>
        <translation>正在全部繪製</translation>
    </message>
    <message>
        <source>✓ {0} pictures written</source>
        <translation>✓ 已寫入 {0} 張圖片</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……另有 {0} 項</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Cancelled; the pictures that were finished are kept.</source>
        <translation>已取消；已完成的圖片會保留。</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Plus and minus zoom, arrows move, square brackets choose a face, backslash shows the original.</source>
        <translation>加減號縮放，方向鍵移動，方括號選擇臉孔，反斜線顯示原圖。</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改後</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>鬆開以開啟</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>{0} · {1} s</source>
        <translation>{0} · {1} 秒</translation>
    </message>
    <message>
        <source>Draft · {0} s</source>
        <translation>草稿 · {0} 秒</translation>
    </message>
    <message>
        <source>Final · {0} s</source>
        <translation>完稿 · {0} 秒</translation>
    </message>
    <message>
        <source>Draft · {0} ms</source>
        <translation>草稿 · {0} 毫秒</translation>
    </message>
    <message>
        <source>Final · {0} ms</source>
        <translation>完稿 · {0} 毫秒</translation>
    </message>
    <message>
        <source>Click to edit this face</source>
        <translation>按一下編輯這張臉</translation>
    </message>
</context>
<context>
    <name>ControlPanel</name>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Filter the sliders</source>
        <translation>篩選滑桿</translation>
    </message>
    <message>
        <source>Show only what is changed</source>
        <translation>只顯示已修改的</translation>
    </message>
    <message>
        <source>Show only favourites</source>
        <translation>只顯示收藏</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
    <message>
        <source>Nothing matches.</source>
        <translation>沒有相符的項目。</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>重設{0}</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>複製數值</translation>
    </message>
    <message>
        <source>Paste value</source>
        <translation>貼上數值</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Move left and right together</source>
        <translation>左右連動</translation>
    </message>
    <message>
        <source>Reset group</source>
        <translation>重設本組</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展開</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部收合</translation>
    </message>
</context>
<context>
    <name>ControlRow</name>
    <message>
        <source>Move left and right together</source>
        <translation>左右連動</translation>
    </message>
    <message>
        <source>{0}, from {1} to {2}</source>
        <translation>{0}，範圍 {1} 至 {2}</translation>
    </message>
    <message>
        <source>Nothing to paste here</source>
        <translation>沒有可貼上的數值</translation>
    </message>
    <message>
        <source>L</source>
        <translation>左</translation>
    </message>
    <message>
        <source>R</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Lock: randomising leaves it alone</source>
        <translation>鎖定：隨機時保持不變</translation>
    </message>
    <message>
        <source>Double click or Del: default · Home, End: limits · Shift: fine · Ctrl: coarse · Enter: type</source>
        <translation>按兩下或 Del：預設值 · Home、End：極限值 · Shift：微調 · Ctrl：粗調 · Enter：輸入數值</translation>
    </message>
</context>
<context>
    <name>DetailDialog</name>
    <message>
        <source>Details</source>
        <translation>詳細資訊</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>System report</source>
        <translation>系統報告</translation>
    </message>
    <message>
        <source>Looking at this machine…</source>
        <translation>正在檢查這部電腦…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>檢查這部電腦</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>發現 %n 個問題</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that is needed is here.</source>
        <translation>所需的一切都已就緒。</translation>
    </message>
</context>
<context>
    <name>DrawnBy</name>
    <message>
        <source>Drawn by</source>
        <translation>繪製方式</translation>
    </message>
</context>
<context>
    <name>EngineStatusDialog</name>
    <message>
        <source>Engine status</source>
        <translation>引擎狀態</translation>
    </message>
    <message>
        <source>Draws with</source>
        <translation>繪製方式</translation>
    </message>
    <message>
        <source>OpenGL</source>
        <translation>OpenGL</translation>
    </message>
    <message>
        <source>Prepared faces</source>
        <translation>已準備的臉孔</translation>
    </message>
    <message>
        <source>Memory of the program</source>
        <translation>程式佔用記憶體</translation>
    </message>
    <message>
        <source>Models present</source>
        <translation>已有模型</translation>
    </message>
    <message>
        <source>Models not fetched</source>
        <translation>未取得的模型</translation>
    </message>
    <message>
        <source>System report…</source>
        <translation>系統報告…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{0}, holding {1} of {2} MB</source>
        <translation>{0} 個，佔用 {1} / {2} MB</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Rig</source>
        <translation>綁定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>繪製方式</translation>
    </message>
    <message>
        <source>The whole photo with every face as edited, at its own size.</source>
        <translation>整張照片，包含每張臉的修改，保持原始尺寸。</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>匯出圖片</translation>
    </message>
    <message>
        <source>There is no photo.</source>
        <translation>沒有照片。</translation>
    </message>
    <message>
        <source>Choose a file ending in {0}.</source>
        <translation>請選擇以 {0} 結尾的檔案。</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} 像素</translation>
    </message>
    <message>
        <source>JPEG is lossy: untouched pixels change a little, too</source>
        <translation>JPEG 是失真壓縮格式：未修改的像素也會略有變化</translation>
    </message>
    <message>
        <source>16 bits a channel kept</source>
        <translation>保留每色版 16 位元</translation>
    </message>
    <message>
        <source>16 bits become 8</source>
        <translation>16 位元變為 8 位元</translation>
    </message>
    <message>
        <source>transparency kept</source>
        <translation>保留透明度</translation>
    </message>
    <message>
        <source>transparency is lost</source>
        <translation>透明度會遺失</translation>
    </message>
    <message>
        <source>colour profile kept</source>
        <translation>保留色彩設定檔</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>.bytes for the game&apos;s own tools</source>
        <translation>.bytes，供遊戲內建工具使用</translation>
    </message>
    <message>
        <source>JSON with names</source>
        <translation>JSON，帶名稱</translation>
    </message>
    <message>
        <source>glTF, one file (.glb), with 52 ARKit morph targets</source>
        <translation>glTF 單檔案（.glb），含 52 個 ARKit 變形目標</translation>
    </message>
    <message>
        <source>glTF, text (.gltf)</source>
        <translation>glTF 文字（.gltf）</translation>
    </message>
    <message>
        <source>OBJ, shape only</source>
        <translation>OBJ，僅形狀</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>匯出到資料夾</translation>
    </message>
    <message>
        <source>Writes {0}</source>
        <translation>將寫入 {0}</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>請至少選擇一種格式。</translation>
    </message>
    <message>
        <source>Exporting the picture</source>
        <translation>正在匯出圖片</translation>
    </message>
    <message>
        <source>Exporting the rig</source>
        <translation>正在匯出綁定</translation>
    </message>
    <message>
        <source>There is already {0}. Replace?</source>
        <translation>{0} 已存在。要取代嗎？</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，未寫入任何內容。</translation>
    </message>
</context>
<context>
    <name>ExpressionPanel</name>
    <message>
        <source>Presets</source>
        <translation>表情預設集</translation>
    </message>
    <message>
        <source>Preset amount</source>
        <translation>預設集強度</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>儲存預設集</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>預設集名稱：</translation>
    </message>
    <message>
        <source>There is a preset “{0}” already. Replace it?</source>
        <translation>已有名為「{0}」的預設集。要取代嗎？</translation>
    </message>
    <message>
        <source>Delete the preset “{0}”?</source>
        <translation>要刪除預設集「{0}」嗎？</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Copy the expression of a photo</source>
        <translation>複製照片中的表情</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Copying the expression</source>
        <translation>正在複製表情</translation>
    </message>
    <message>
        <source>Expression of {0}</source>
        <translation>{0} 的表情</translation>
    </message>
    <message>
        <source>{0} cannot draw this</source>
        <translation>{0} 畫不出這一項</translation>
    </message>
    <message>
        <source>Drawing the presets</source>
        <translation>正在繪製預設集</translation>
    </message>
</context>
<context>
    <name>FaceChooser</name>
    <message>
        <source>Choose the face to edit</source>
        <translation>選擇要編輯的臉</translation>
    </message>
    <message>
        <source>Face {0}</source>
        <translation>臉 {0}</translation>
    </message>
    <message>
        <source>Face {0} of {1}</source>
        <translation>第 {0} 張臉，共 {1} 張</translation>
    </message>
</context>
<context>
    <name>FacePair</name>
    <message>
        <source>Left: the photo. Right: what the generator draws.</source>
        <translation>左：照片。右：生成器畫出的樣子。</translation>
    </message>
    <message>
        <source>The face in the photo and as the generator draws it</source>
        <translation>照片裡的臉，以及生成器畫出的臉</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open a portrait or a project</source>
        <translation>開啟人像或專案</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>儲存專案</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的修改</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要儲存對「{0}」的修改嗎？</translation>
    </message>
    <message>
        <source>Otherwise they are lost.</source>
        <translation>否則修改將會遺失。</translation>
    </message>
</context>
<context>
    <name>FinalButton</name>
    <message>
        <source>Final picture by</source>
        <translation>完稿繪製方式</translation>
    </message>
    <message>
        <source>{0} cannot draw here: {1}</source>
        <translation>{0} 無法在這部電腦上繪製：{1}</translation>
    </message>
    <message>
        <source>Who draws the final picture when your hand rests</source>
        <translation>停手後由誰繪製完稿</translation>
    </message>
</context>
<context>
    <name>FinalPanel</name>
    <message>
        <source>Polish</source>
        <translation>潤飾</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Final picture by</source>
        <translation>完稿繪製方式</translation>
    </message>
    <message>
        <source>Milliseconds; follows every slider.</source>
        <translation>毫秒級；跟隨每個滑桿。</translation>
    </message>
    <message>
        <source>A diffusion model redraws the face: seconds on a graphics card, minutes without. Twelve action units, both sides alike.</source>
        <translation>由擴散模型重繪臉孔：有顯示卡需數秒，沒有則需數分鐘。十二個動作單元，左右相同。</translation>
    </message>
    <message>
        <source>A face generator finds the expression in its own faces: seconds. The units that were measured to come out well, both sides alike; the face is found first.</source>
        <translation>人臉生成器在自己的臉裡找出這個表情：數秒。只含實測畫得好的動作單元，左右一致；須先找到這張臉。</translation>
    </message>
    <message>
        <source>The generator draws this person with closed eyes, smiling and at rest; the puppet blends that in. It takes half a minute in the background.</source>
        <translation>生成器畫出這個人閉眼、微笑和平靜的樣子，木偶將其融合進來。在背景約需半分鐘。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>進行中…</translation>
    </message>
    <message>
        <source>It did not come to an end. Switch it off and on to try again.</source>
        <translation>沒有完成。關閉再開啟可重試。</translation>
    </message>
    <message>
        <source>– {0}: {1}</source>
        <translation>– {0}：{1}</translation>
    </message>
    <message>
        <source>Nothing to polish on this face.</source>
        <translation>這張臉沒有可潤飾之處。</translation>
    </message>
    <message>
        <source>closed eyes</source>
        <translation>閉眼</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>平靜</translation>
    </message>
    <message>
        <source>{0} (as published)</source>
        <translation>{0}（發布時的值）</translation>
    </message>
    <message>
        <source>{0} (as in the paper)</source>
        <translation>{0}（論文中的值）</translation>
    </message>
    <message>
        <source>the whole person</source>
        <translation>整個人物</translation>
    </message>
    <message>
        <source>the face only</source>
        <translation>僅面部</translation>
    </message>
    <message>
        <source>The face only keeps hair, ears and clothes as they are: try it when the person is no longer the same.</source>
        <translation>「僅面部」會保持頭髮、耳朵和衣服不變：當人物看起來不再是同一個人時可以一試。</translation>
    </message>
    <message>
        <source>Another number draws another picture of the same expression.</source>
        <translation>換一個數字會畫出同一表情的另一張圖。</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步數</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引導強度</translation>
    </message>
    <message>
        <source>Redraws</source>
        <translation>重繪範圍</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>隨機種子</translation>
    </message>
    <message>
        <source>The engine is still starting.</source>
        <translation>引擎仍在啟動。</translation>
    </message>
</context>
<context>
    <name>FinalPreview</name>
    <message>
        <source>{0} waits until the face is found</source>
        <translation>{0} 要等找到這張臉</translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message>
        <source>Find this face</source>
        <translation>尋找這張臉</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>細化</translation>
    </message>
    <message>
        <source>Get the generator…</source>
        <translation>取得生成器…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Look for a better likeness, for up to three minutes in the background</source>
        <translation>在背景繼續尋找更像的結果，最多三分鐘</translation>
    </message>
    <message>
        <source>PSNR in dB, higher is nearer. LPIPS, 0 is the same. ID: cosine of a face recogniser&apos;s numbers, 1 is the same person.</source>
        <translation>PSNR 以 dB 計，越高越接近。LPIPS：0 為完全相同。ID：人臉辨識向量的餘弦，1 為同一個人。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>These knobs need a face generator</source>
        <translation>這些旋鈕需要人臉生成器</translation>
    </message>
    <message>
        <source>No face is chosen</source>
        <translation>沒有選取人臉</translation>
    </message>
    <message>
        <source>Open a photo with a face in it.</source>
        <translation>請開啟一張有人臉的照片。</translation>
    </message>
    <message>
        <source>The engine is still starting.</source>
        <translation>引擎仍在啟動。</translation>
    </message>
    <message>
        <source>Finding the face</source>
        <translation>正在尋找這張臉</translation>
    </message>
    <message>
        <source>Refining the face</source>
        <translation>正在細化這張臉</translation>
    </message>
    <message>
        <source>The knobs take effect when it is found.</source>
        <translation>找到之後旋鈕才起作用。</translation>
    </message>
    <message>
        <source>The face was not found</source>
        <translation>沒有找到這張臉</translation>
    </message>
    <message>
        <source>Not found yet</source>
        <translation>尚未找到</translation>
    </message>
    <message>
        <source>The generator looks for this face first: about 20 seconds.</source>
        <translation>生成器先尋找這張臉：約二十秒。</translation>
    </message>
    <message>
        <source>Likeness: {0}</source>
        <translation>相似度：{0}</translation>
    </message>
    <message>
        <source>The best before it was stopped.</source>
        <translation>停止前最好的結果。</translation>
    </message>
    <message>
        <source>Found roughly.</source>
        <translation>已粗略找到。</translation>
    </message>
    <message>
        <source>Refined.</source>
        <translation>已細化。</translation>
    </message>
    <message>
        <source>very good</source>
        <translation>很好</translation>
    </message>
    <message>
        <source>good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未測量</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>Reset group</source>
        <translation>重設本組</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展開</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已收合</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} 項已修改</translation>
    </message>
</context>
<context>
    <name>HeadView</name>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double-click to look straight at it</source>
        <translation>拖曳旋轉，滾輪縮放，按兩下回到正面</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>History</source>
        <translation>步驟記錄</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>face {0}</source>
        <translation>臉 {0}</translation>
    </message>
</context>
<context>
    <name>Inversions</name>
    <message>
        <source>Finding the face</source>
        <translation>正在尋找這張臉</translation>
    </message>
    <message>
        <source>Refining the face</source>
        <translation>正在細化這張臉</translation>
    </message>
</context>
<context>
    <name>JobLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>JobPicture</name>
    <message>
        <source>The picture so far</source>
        <translation>目前的畫面</translation>
    </message>
</context>
<context>
    <name>JobStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>KnobCell</name>
    <message>
        <source>Lock: neither random nor another knob moves it</source>
        <translation>鎖定：隨機和其他旋鈕都不會動它</translation>
    </message>
</context>
<context>
    <name>LatentWords</name>
    <message>
        <source>Latent cannot draw this</source>
        <translation>潛空間畫不出這一項</translation>
    </message>
    <message>
        <source>Latent cannot draw this: {0}</source>
        <translation>潛空間畫不出這一項：{0}</translation>
    </message>
    <message>
        <source>Latent: {0}</source>
        <translation>潛空間：{0}</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>效果弱</translation>
    </message>
    <message>
        <source>what is asked for does not come</source>
        <translation>要求的效果不出現</translation>
    </message>
    <message>
        <source>{0} is never seen on drawn faces</source>
        <translation>畫出的臉上從不出現「{0}」</translation>
    </message>
    <message>
        <source>more {0}</source>
        <translation>更多{0}</translation>
    </message>
    <message>
        <source>less {0}</source>
        <translation>更少{0}</translation>
    </message>
    <message>
        <source>brings along {0}</source>
        <translation>連帶{0}</translation>
    </message>
</context>
<context>
    <name>LivePreview</name>
    <message>
        <source>Preparing the face</source>
        <translation>正在準備臉孔</translation>
    </message>
    <message>
        <source>Preparing the face…</source>
        <translation>正在準備臉孔…</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Rig</source>
        <translation>綁定</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>History</source>
        <translation>步驟記錄</translation>
    </message>
    <message>
        <source>Hold to see the original (hold \)</source>
        <translation>按住以檢視原圖（按住 \）</translation>
    </message>
    <message>
        <source>Compare with the original</source>
        <translation>與原圖對比</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>開啟最近的檔案</translation>
    </message>
    <message>
        <source>Choose face</source>
        <translation>選擇臉孔</translation>
    </message>
    <message>
        <source>attributes wait until the face is found</source>
        <translation>屬性要等找到這張臉</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Settings copied</source>
        <translation>設定已複製</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>貼上設定</translation>
    </message>
    <message>
        <source>Reset the face</source>
        <translation>重設這張臉</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除清單</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Not used by this version yet</source>
        <translation>此版本尚未使用</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>不可用於商業用途</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>取得</translation>
    </message>
    <message>
        <source>Agree to the licence…</source>
        <translation>同意授權…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>驗證</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Get {0}</source>
        <translation>取得 {0}</translation>
    </message>
    <message>
        <source>Check {0}</source>
        <translation>驗證 {0}</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>匯入 {0}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>✓ on this machine</source>
        <translation>✓ 已在這部電腦</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>尚未取得</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>存放於 {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>{0} may not be used commercially. Its licence: {1}. Get it all the same?</source>
        <translation>{0} 不可用於商業用途。授權條款：{1}。仍要取得嗎？</translation>
    </message>
    <message>
        <source>Getting {0}</source>
        <translation>正在取得 {0}</translation>
    </message>
    <message>
        <source>{0} is here.</source>
        <translation>{0} 已就緒。</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>正在驗證 {0}</translation>
    </message>
    <message>
        <source>{0} is sound.</source>
        <translation>{0} 完好無損。</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>匯入 {0}</translation>
    </message>
    <message>
        <source>Importing {0}</source>
        <translation>正在匯入 {0}</translation>
    </message>
    <message>
        <source>Remove {0} ({1}) from this machine?</source>
        <translation>要從這部電腦移除 {0}（{1}）嗎？</translation>
    </message>
    <message>
        <source>Removing {0}</source>
        <translation>正在移除 {0}</translation>
    </message>
    <message>
        <source>{0} is removed.</source>
        <translation>{0} 已移除。</translation>
    </message>
    <message>
        <source>Imported; some files of {0} are still missing.</source>
        <translation>已匯入；{0} 仍缺少部分檔案。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>詳細資訊</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>Polish</name>
    <message>
        <source>Polishing</source>
        <translation>正在潤飾</translation>
    </message>
</context>
<context>
    <name>PresetStrip</name>
    <message>
        <source>Amount</source>
        <translation>強度</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>儲存…</translation>
    </message>
    <message>
        <source>Copy from photo…</source>
        <translation>從照片複製…</translation>
    </message>
    <message>
        <source>Save what is set now as a preset of your own</source>
        <translation>把目前設定儲存為自己的預設集</translation>
    </message>
    <message>
        <source>Copy the expression of another photo onto this face</source>
        <translation>把另一張照片的表情複製到這張臉上</translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>Shift: add to what is set</source>
        <translation>Shift：疊加到目前設定</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>套用</translation>
    </message>
    <message>
        <source>Add to what is set</source>
        <translation>疊加到目前設定</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>恢復未儲存的工作</translation>
    </message>
    <message>
        <source>Facewright did not end well last time</source>
        <translation>Facewright 上次未正常結束</translation>
    </message>
    <message>
        <source>This work was not saved, but it was kept. You can open it now, or leave it for later.</source>
        <translation>這些工作沒有儲存，但已為您保留。可以現在開啟，也可以稍後。</translation>
    </message>
    <message>
        <source>Kept work</source>
        <translation>保留的工作</translation>
    </message>
    <message>
        <source>{0} · kept on {1}</source>
        <translation>{0} · 保留於 {1}</translation>
    </message>
    <message>
        <source>Kept on {0}</source>
        <translation>保留於 {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍後</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
</context>
<context>
    <name>Renderers</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} moves both sides alike: {1}</source>
        <translation>{0} 只能左右一致：{1}</translation>
    </message>
    <message>
        <source>{0} cannot follow {1}</source>
        <translation>{0} 無法表現：{1}</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潛空間</translation>
    </message>
    <message>
        <source>Live puppet</source>
        <translation>即時木偶</translation>
    </message>
</context>
<context>
    <name>RigPanel</name>
    <message>
        <source>Rig</source>
        <translation>綁定</translation>
    </message>
    <message>
        <source>Role shape</source>
        <translation>角色體型</translation>
    </message>
    <message>
        <source>Follow expression</source>
        <translation>跟隨表情</translation>
    </message>
    <message>
        <source>Show the expression that is set on the photo on the head as well</source>
        <translation>在頭部模型上同時顯示照片的表情</translation>
    </message>
    <message>
        <source>Fit to photo</source>
        <translation>擬合照片</translation>
    </message>
    <message>
        <source>Find the values that make the head look like the face in the photo</source>
        <translation>求出使頭部模型與照片中的臉相像的數值</translation>
    </message>
    <message>
        <source>Randomise what is not locked</source>
        <translation>隨機改變未鎖定的參數</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>左右互換</translation>
    </message>
    <message>
        <source>Import .bytes or JSON…</source>
        <translation>匯入 .bytes 或 JSON…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>隨機</translation>
    </message>
    <message>
        <source>Fitting the rig</source>
        <translation>正在擬合綁定</translation>
    </message>
    <message>
        <source>Fit: {0} mm off, {1} mm at most</source>
        <translation>擬合：誤差 {0} 毫米，最大 {1} 毫米</translation>
    </message>
    <message>
        <source>; {0} px in the photo</source>
        <translation>；照片中 {0} 像素</translation>
    </message>
    <message>
        <source>Import rig values</source>
        <translation>匯入綁定數值</translation>
    </message>
    <message>
        <source>Rig values</source>
        <translation>綁定數值</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>匯入 {0}</translation>
    </message>
    <message>
        <source>Drawing the head</source>
        <translation>正在繪製頭部</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Opening</source>
        <translation>正在開啟</translation>
    </message>
    <message>
        <source>No face was found in this picture.</source>
        <translation>這張圖片中沒有找到臉孔。</translation>
    </message>
    <message>
        <source>Try one where the face is larger, sharper, or less turned away.</source>
        <translation>請換一張臉孔更大、更清晰或更正面的圖片。</translation>
    </message>
    <message>
        <source>Kept but not shown, because this version does not know it: {0}</source>
        <translation>已保留但不顯示，因為此版本不認識：{0}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在儲存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已儲存 {0}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>{0} pixels</source>
        <translation>{0} 像素</translation>
    </message>
    <message>
        <source>every {0} seconds</source>
        <translation>每 {0} 秒</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>佈景主題</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Largest preview of a face</source>
        <translation>臉孔預覽最大尺寸</translation>
    </message>
    <message>
        <source>Save unsaved work</source>
        <translation>自動儲存間隔</translation>
    </message>
    <message>
        <source>Memory for prepared faces</source>
        <translation>臉孔快取記憶體</translation>
    </message>
    <message>
        <source>The preview size and the memory count from the next start. Export always draws at the photo&apos;s own size.</source>
        <translation>預覽尺寸和記憶體設定在下次啟動後生效。匯出始終使用照片的原始尺寸。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>確定</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>How far the edited face is from the original, by a face recogniser. Up to 0.35: surely the same person.</source>
        <translation>由臉孔識別模型測得的修改後與原圖的差距。0.35 以內：肯定是同一個人。</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>What the engine runs on</source>
        <translation>引擎執行的裝置</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在啟動…</translation>
    </message>
    <message>
        <source>Identity {0}</source>
        <translation>身分 {0}</translation>
    </message>
    <message>
        <source>The engine draws with: {0}</source>
        <translation>引擎繪製方式：{0}</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>Between {0} and {1}, please</source>
        <translation>請輸入 {0} 到 {1} 之間的數值</translation>
    </message>
    <message>
        <source>This is not a number</source>
        <translation>這不是數字</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>把人像拖放到這裡</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, TIFF or BMP, or a Facewright project</source>
        <translation>PNG、JPEG、WebP、TIFF、BMP 圖片或 Facewright 專案</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開啟…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Sample portrait</source>
        <translation>範例人像</translation>
    </message>
    <message>
        <source>Start with a sample</source>
        <translation>從範例開始</translation>
    </message>
</context>
<context>
    <name>controls</name>
    <message>
        <source>{0}, left</source>
        <translation>{0}（左）</translation>
    </message>
    <message>
        <source>{0}, right</source>
        <translation>{0}（右）</translation>
    </message>
    <message>
        <source>Inner brow raiser</source>
        <translation>內眉上提</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>降低</translation>
    </message>
    <message>
        <source>raise</source>
        <translation>上提</translation>
    </message>
    <message>
        <source>Raises the inner end of the brow, as in worry or grief.</source>
        <translation>提起眉毛內端，如憂慮或悲傷時。</translation>
    </message>
    <message>
        <source>Outer brow raiser</source>
        <translation>外眉上提</translation>
    </message>
    <message>
        <source>Raises the outer half of the brow, as in surprise.</source>
        <translation>提起眉毛外半部，如驚訝時。</translation>
    </message>
    <message>
        <source>Brow lowerer</source>
        <translation>皺眉</translation>
    </message>
    <message>
        <source>relax</source>
        <translation>放鬆</translation>
    </message>
    <message>
        <source>frown</source>
        <translation>皺起</translation>
    </message>
    <message>
        <source>Draws the brows down and together, as in anger or thought.</source>
        <translation>把眉毛向下、向中間收緊，如生氣或思考時。</translation>
    </message>
    <message>
        <source>Upper lid raiser</source>
        <translation>上眼瞼上提</translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation>眼睛</translation>
    </message>
    <message>
        <source>droop</source>
        <translation>下垂</translation>
    </message>
    <message>
        <source>widen</source>
        <translation>睜大</translation>
    </message>
    <message>
        <source>Opens the eye wider by lifting the upper lid; to the left the lid droops.</source>
        <translation>提起上眼瞼，使眼睛睜大；向左則眼瞼下垂。</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>閉眼</translation>
    </message>
    <message>
        <source>open</source>
        <translation>張開</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉合</translation>
    </message>
    <message>
        <source>Closes the eye; 10 is fully closed whatever the photo shows. One side alone is a bare wink.</source>
        <translation>閉上眼睛；無論照片如何，10 都是完全閉合。只用一側就是單純的眨眼。</translation>
    </message>
    <message>
        <source>Wink</source>
        <translation>眨眼</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>full</source>
        <translation>滿</translation>
    </message>
    <message>
        <source>Closes one eye with the cheek and the corner of the mouth drawn along, as a wink does.</source>
        <translation>閉上一隻眼，同時帶動臉頰和嘴角，如俏皮的眨眼。</translation>
    </message>
    <message>
        <source>Lid tightener</source>
        <translation>眼瞼收緊</translation>
    </message>
    <message>
        <source>tighten</source>
        <translation>收緊</translation>
    </message>
    <message>
        <source>Tightens the lids and narrows the eye (AU7).</source>
        <translation>收緊眼瞼，使眼睛變窄（AU7）。</translation>
    </message>
    <message>
        <source>Gaze, sideways</source>
        <translation>視線左右</translation>
    </message>
    <message>
        <source>their right</source>
        <translation>其右側</translation>
    </message>
    <message>
        <source>their left</source>
        <translation>其左側</translation>
    </message>
    <message>
        <source>Turns both eyes toward the subject&apos;s left or right.</source>
        <translation>讓雙眼轉向人物自己的左側或右側。</translation>
    </message>
    <message>
        <source>Gaze, up and down</source>
        <translation>視線上下</translation>
    </message>
    <message>
        <source>down</source>
        <translation>下</translation>
    </message>
    <message>
        <source>up</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Turns both eyes up or down; the lids follow.</source>
        <translation>讓雙眼向上或向下看；眼瞼隨之移動。</translation>
    </message>
    <message>
        <source>Nose wrinkler</source>
        <translation>皺鼻</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>wrinkle</source>
        <translation>皺起</translation>
    </message>
    <message>
        <source>Wrinkles the nose and lifts the wing, as in disgust.</source>
        <translation>皺起鼻子、提起鼻翼，如厭惡時。</translation>
    </message>
    <message>
        <source>Cheek raiser</source>
        <translation>臉頰上提</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>臉頰</translation>
    </message>
    <message>
        <source>Lifts the cheek and narrows the eye from below: the part of a smile that the eyes show.</source>
        <translation>提起臉頰，從下方使眼睛變窄：即笑意在眼睛裡的部分。</translation>
    </message>
    <message>
        <source>Cheek puff</source>
        <translation>鼓腮</translation>
    </message>
    <message>
        <source>Blows up the cheek with closed lips.</source>
        <translation>閉著嘴唇鼓起臉頰。</translation>
    </message>
    <message>
        <source>Lip corner puller</source>
        <translation>嘴角上揚</translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation>嘴</translation>
    </message>
    <message>
        <source>take out the smile</source>
        <translation>去掉笑容</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Pulls the corner of the mouth up and back: a smile. To the left it takes out the smile the photo shows.</source>
        <translation>把嘴角向上、向後拉：微笑。向左則去掉照片中的笑容。</translation>
    </message>
    <message>
        <source>Lip corner depressor</source>
        <translation>嘴角下壓</translation>
    </message>
    <message>
        <source>lift</source>
        <translation>提起</translation>
    </message>
    <message>
        <source>pull down</source>
        <translation>下拉</translation>
    </message>
    <message>
        <source>Pulls the corner of the mouth down, as in sadness.</source>
        <translation>把嘴角向下拉，如悲傷時。</translation>
    </message>
    <message>
        <source>Chin raiser</source>
        <translation>下巴上推</translation>
    </message>
    <message>
        <source>Pushes the chin and the lower lip up, as in a pout or in doubt.</source>
        <translation>把下巴和下唇向上推，如嘟嘴或懷疑時。</translation>
    </message>
    <message>
        <source>Lip stretcher</source>
        <translation>嘴唇拉伸</translation>
    </message>
    <message>
        <source>stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Draws the corner of the mouth straight out sideways, as in fear.</source>
        <translation>把嘴角水平向外拉，如恐懼時。</translation>
    </message>
    <message>
        <source>Lips part</source>
        <translation>嘴唇分開</translation>
    </message>
    <message>
        <source>close</source>
        <translation>合上</translation>
    </message>
    <message>
        <source>part</source>
        <translation>分開</translation>
    </message>
    <message>
        <source>Parts the lips while the jaw stays; to the left it closes them, also over teeth that the photo shows.</source>
        <translation>下頜不動而分開嘴唇；向左則合上嘴唇，也能遮住照片中露出的牙齒。</translation>
    </message>
    <message>
        <source>Lip pucker</source>
        <translation>嘟嘴</translation>
    </message>
    <message>
        <source>kiss</source>
        <translation>親吻</translation>
    </message>
    <message>
        <source>Draws the lips together and forward, as for a kiss (AU18).</source>
        <translation>把嘴唇收攏並前伸，如親吻時（AU18）。</translation>
    </message>
    <message>
        <source>Lip funneler</source>
        <translation>漏斗嘴</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>漏斗形</translation>
    </message>
    <message>
        <source>Opens the lips into a funnel, as for a long O (AU22).</source>
        <translation>嘴唇張成漏斗形，如髮長音 O（AU22）。</translation>
    </message>
    <message>
        <source>Lip presser</source>
        <translation>抿嘴</translation>
    </message>
    <message>
        <source>press</source>
        <translation>抿緊</translation>
    </message>
    <message>
        <source>Presses the lips together (AU24).</source>
        <translation>雙唇抿緊（AU24）。</translation>
    </message>
    <message>
        <source>Lip suck</source>
        <translation>嘴唇內卷</translation>
    </message>
    <message>
        <source>rolled in</source>
        <translation>內卷</translation>
    </message>
    <message>
        <source>Rolls both lips in over the teeth (AU28).</source>
        <translation>把雙唇向內捲過牙齒（AU28）。</translation>
    </message>
    <message>
        <source>Upper lip raiser</source>
        <translation>上唇上提</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>自然</translation>
    </message>
    <message>
        <source>Lifts the upper lip off the teeth on its side (AU10).</source>
        <translation>提起這一側的上唇，露出牙齒（AU10）。</translation>
    </message>
    <message>
        <source>Lower lip depressor</source>
        <translation>下唇下壓</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>下落</translation>
    </message>
    <message>
        <source>Pulls the lower lip down on its side (AU16).</source>
        <translation>把這一側的下唇向下拉（AU16）。</translation>
    </message>
    <message>
        <source>Dimpler</source>
        <translation>酒窩</translation>
    </message>
    <message>
        <source>tuck</source>
        <translation>收緊</translation>
    </message>
    <message>
        <source>Tucks the corner of the mouth in and back (AU14).</source>
        <translation>把嘴角向內、向後收（AU14）。</translation>
    </message>
    <message>
        <source>Mouth, sideways</source>
        <translation>嘴左右移動</translation>
    </message>
    <message>
        <source>Shifts the lips toward the subject&apos;s left or right.</source>
        <translation>把嘴唇移向人物自己的左側或右側。</translation>
    </message>
    <message>
        <source>Jaw drop</source>
        <translation>張嘴</translation>
    </message>
    <message>
        <source>Jaw</source>
        <translation>下頜</translation>
    </message>
    <message>
        <source>Drops the jaw and opens the mouth; to the left it closes a mouth that the photo shows open.</source>
        <translation>下頜下落、張開嘴；向左則合上照片中張開的嘴。</translation>
    </message>
    <message>
        <source>Jaw, sideways</source>
        <translation>下頜左右移動</translation>
    </message>
    <message>
        <source>Shifts the jaw toward the subject&apos;s left or right (AU30).</source>
        <translation>把下頜移向人物自己的左側或右側（AU30）。</translation>
    </message>
    <message>
        <source>Jaw, forward</source>
        <translation>下頜前伸</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Pushes the jaw forward (AU29).</source>
        <translation>把下頜向前伸（AU29）。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>轉頭</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>to their right</source>
        <translation>轉向其右</translation>
    </message>
    <message>
        <source>to their left</source>
        <translation>轉向其左</translation>
    </message>
    <message>
        <source>Turns the head sideways, added to the photo&apos;s own pose.</source>
        <translation>左右轉頭，疊加在照片原有姿態上。</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>點頭</translation>
    </message>
    <message>
        <source>Nods the head down or up, added to the photo&apos;s own pose.</source>
        <translation>低頭或抬頭，疊加在照片原有姿態上。</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>歪頭</translation>
    </message>
    <message>
        <source>Tilts the head toward a shoulder, added to the photo&apos;s own pose.</source>
        <translation>頭向肩膀歪，疊加在照片原有姿態上。</translation>
    </message>
    <message>
        <source>Neutralise</source>
        <translation>去除表情</translation>
    </message>
    <message>
        <source>Whole face</source>
        <translation>整張臉</translation>
    </message>
    <message>
        <source>as photographed</source>
        <translation>照片原樣</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>Takes the expression that the photo shows out of the face, before anything else is added.</source>
        <translation>先去掉照片中原有的表情，再疊加其他調整。</translation>
    </message>
    <message>
        <source>Wrinkles</source>
        <translation>皺紋</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>deep</source>
        <translation>深</translation>
    </message>
    <message>
        <source>How strongly skin folds where a moved muscle would fold it. Draws nothing on a face that nothing moves.</source>
        <translation>肌肉牽動處皮膚起皺的強度。沒有動作的臉上不會畫出任何皺紋。</translation>
    </message>
    <message>
        <source>Relight</source>
        <translation>重新打光</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平</translation>
    </message>
    <message>
        <source>How strongly moved skin is lit anew by the photo&apos;s own light. Draws nothing on a face that nothing moves.</source>
        <translation>移動的皮膚按照片原有光線重新照亮的強度。沒有動作的臉不受影響。</translation>
    </message>
    <message>
        <source>Brow down left</source>
        <translation>眉毛下壓（左）</translation>
    </message>
    <message>
        <source>ARKit</source>
        <translation>ARKit</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>The ARKit blendshape browDownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 browDownLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow down right</source>
        <translation>眉毛下壓（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape browDownRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 browDownRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow inner up</source>
        <translation>眉頭上提</translation>
    </message>
    <message>
        <source>The ARKit blendshape browInnerUp, added to what the photo shows.</source>
        <translation>ARKit 混合變形 browInnerUp，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow outer up left</source>
        <translation>眉尾上提（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape browOuterUpLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 browOuterUpLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow outer up right</source>
        <translation>眉尾上提（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape browOuterUpRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 browOuterUpRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>The ARKit blendshape cheekPuff, added to what the photo shows.</source>
        <translation>ARKit 混合變形 cheekPuff，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Cheek squint left</source>
        <translation>臉頰上提（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape cheekSquintLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 cheekSquintLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Cheek squint right</source>
        <translation>臉頰上提（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape cheekSquintRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 cheekSquintRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye blink left</source>
        <translation>閉眼（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeBlinkLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeBlinkLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye blink right</source>
        <translation>閉眼（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeBlinkRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeBlinkRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look down left</source>
        <translation>眼睛向下看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookDownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookDownLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look down right</source>
        <translation>眼睛向下看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookDownRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookDownRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look in left</source>
        <translation>眼睛向內看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookInLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookInLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look in right</source>
        <translation>眼睛向內看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookInRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookInRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look out left</source>
        <translation>眼睛向外看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookOutLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookOutLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look out right</source>
        <translation>眼睛向外看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookOutRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookOutRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look up left</source>
        <translation>眼睛向上看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookUpLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookUpLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look up right</source>
        <translation>眼睛向上看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookUpRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeLookUpRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye squint left</source>
        <translation>瞇眼（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeSquintLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeSquintLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye squint right</source>
        <translation>瞇眼（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeSquintRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeSquintRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye wide left</source>
        <translation>睜大眼（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeWideLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeWideLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye wide right</source>
        <translation>睜大眼（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeWideRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 eyeWideRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw forward</source>
        <translation>下頜前伸</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawForward, added to what the photo shows.</source>
        <translation>ARKit 混合變形 jawForward，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw left</source>
        <translation>下頜左移</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 jawLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw open</source>
        <translation>張嘴</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawOpen, added to what the photo shows.</source>
        <translation>ARKit 混合變形 jawOpen，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw right</source>
        <translation>下頜右移</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 jawRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth close</source>
        <translation>閉嘴</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthClose, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthClose，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth dimple left</source>
        <translation>酒窩（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthDimpleLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthDimpleLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth dimple right</source>
        <translation>酒窩（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthDimpleRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthDimpleRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth frown left</source>
        <translation>嘴角下壓（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthFrownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthFrownLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth frown right</source>
        <translation>嘴角下壓（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthFrownRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthFrownRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth funnel</source>
        <translation>嘴唇漏斗形</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthFunnel, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthFunnel，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth left</source>
        <translation>嘴左移</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth lower down left</source>
        <translation>下唇下拉（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthLowerDownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthLowerDownLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth lower down right</source>
        <translation>下唇下拉（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthLowerDownRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthLowerDownRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth press left</source>
        <translation>抿嘴（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthPressLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthPressLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth press right</source>
        <translation>抿嘴（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthPressRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthPressRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth pucker</source>
        <translation>嘟嘴</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthPucker, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthPucker，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth right</source>
        <translation>嘴右移</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth roll lower</source>
        <translation>下唇內卷</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthRollLower, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthRollLower，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth roll upper</source>
        <translation>上唇內卷</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthRollUpper, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthRollUpper，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth shrug lower</source>
        <translation>下唇上推</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthShrugLower, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthShrugLower，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth shrug upper</source>
        <translation>上唇上推</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthShrugUpper, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthShrugUpper，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth smile left</source>
        <translation>嘴角上揚（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthSmileLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthSmileLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth smile right</source>
        <translation>嘴角上揚（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthSmileRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthSmileRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth stretch left</source>
        <translation>嘴角拉伸（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthStretchLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthStretchLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth stretch right</source>
        <translation>嘴角拉伸（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthStretchRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthStretchRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth upper up left</source>
        <translation>上唇上提（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthUpperUpLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthUpperUpLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth upper up right</source>
        <translation>上唇上提（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthUpperUpRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 mouthUpperUpRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Nose sneer left</source>
        <translation>皺鼻（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape noseSneerLeft, added to what the photo shows.</source>
        <translation>ARKit 混合變形 noseSneerLeft，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Nose sneer right</source>
        <translation>皺鼻（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape noseSneerRight, added to what the photo shows.</source>
        <translation>ARKit 混合變形 noseSneerRight，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Tongue out</source>
        <translation>伸舌</translation>
    </message>
    <message>
        <source>The ARKit blendshape tongueOut, added to what the photo shows.</source>
        <translation>ARKit 混合變形 tongueOut，疊加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>嚴肅</translation>
    </message>
    <message>
        <source>smiling</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Draws the face smiling, or not: mouth, cheeks and eyes.</source>
        <translation>畫出微笑或不笑的臉：嘴、臉頰和眼睛。</translation>
    </message>
    <message>
        <source>Draws the mouth more or less open, with teeth where there are none to be seen.</source>
        <translation>嘴張開得更大或更小，看不到牙齒的地方也畫出牙齒。</translation>
    </message>
    <message>
        <source>Draws the lids further apart or closer together.</source>
        <translation>上下眼瞼分得更開或更近。</translation>
    </message>
    <message>
        <source>Brows up</source>
        <translation>揚眉</translation>
    </message>
    <message>
        <source>Draws the brows higher or lower.</source>
        <translation>眉毛更高或更低。</translation>
    </message>
    <message>
        <source>Frown</source>
        <translation>皺眉</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>放鬆</translation>
    </message>
    <message>
        <source>frowning</source>
        <translation>皺眉</translation>
    </message>
    <message>
        <source>Draws the brows pulled together and down, or relaxed.</source>
        <translation>眉毛聚攏下壓，或放鬆。</translation>
    </message>
    <message>
        <source>Squint</source>
        <translation>瞇眼</translation>
    </message>
    <message>
        <source>squinting</source>
        <translation>瞇眼</translation>
    </message>
    <message>
        <source>Draws the lower lids raised, or relaxed.</source>
        <translation>下眼瞼抬起，或放鬆。</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>向右</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>向左</translation>
    </message>
    <message>
        <source>Turns the head to the subject&apos;s right or left and draws what comes into view.</source>
        <translation>頭轉向本人的右側或左側，並畫出新露出的部分。</translation>
    </message>
    <message>
        <source>Draws the head looking further down or up.</source>
        <translation>頭更低或更高。</translation>
    </message>
    <message>
        <source>Gaze</source>
        <translation>視線</translation>
    </message>
    <message>
        <source>Draws the eyes looking to the subject&apos;s right or left.</source>
        <translation>眼睛看向本人的右側或左側。</translation>
    </message>
    <message>
        <source>Skin light</source>
        <translation>膚色明暗</translation>
    </message>
    <message>
        <source>Skin and light</source>
        <translation>皮膚與光</translation>
    </message>
    <message>
        <source>Draws the skin darker or lighter.</source>
        <translation>皮膚更深或更淺。</translation>
    </message>
    <message>
        <source>Skin warmth</source>
        <translation>膚色冷暖</translation>
    </message>
    <message>
        <source>cool</source>
        <translation>冷</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>暖</translation>
    </message>
    <message>
        <source>Draws the colour of the skin cooler or warmer.</source>
        <translation>皮膚的顏色更冷或更暖。</translation>
    </message>
    <message>
        <source>Lips</source>
        <translation>嘴唇</translation>
    </message>
    <message>
        <source>pale</source>
        <translation>淡</translation>
    </message>
    <message>
        <source>red</source>
        <translation>紅</translation>
    </message>
    <message>
        <source>Draws the lips paler or redder.</source>
        <translation>嘴唇更淡或更紅。</translation>
    </message>
    <message>
        <source>Light from</source>
        <translation>光來自</translation>
    </message>
    <message>
        <source>the right</source>
        <translation>右側</translation>
    </message>
    <message>
        <source>the left</source>
        <translation>左側</translation>
    </message>
    <message>
        <source>Draws the face lit from the subject&apos;s right or left.</source>
        <translation>光從本人的右側或左側照來。</translation>
    </message>
    <message>
        <source>Hair light</source>
        <translation>髮色明暗</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>頭髮</translation>
    </message>
    <message>
        <source>Draws the hair darker or lighter.</source>
        <translation>頭髮更深或更淺。</translation>
    </message>
    <message>
        <source>bald</source>
        <translation>光頭</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>種子</translation>
    </message>
    <message>
        <source>Another face</source>
        <translation>另一張臉</translation>
    </message>
    <message>
        <source>Which face is mixed in: the one that is drawn from this seed.</source>
        <translation>混入哪張臉：由這個種子畫出的那張。</translation>
    </message>
    <message>
        <source>Its shape</source>
        <translation>它的形狀</translation>
    </message>
    <message>
        <source>How much of the other face&apos;s pose, shape and hair is mixed in.</source>
        <translation>混入另一張臉的姿態、臉形和髮型的多少。</translation>
    </message>
    <message>
        <source>Its features</source>
        <translation>它的五官</translation>
    </message>
    <message>
        <source>How much of the other face&apos;s eyes, mouth and nose is mixed in.</source>
        <translation>混入另一張臉的眼、口、鼻的多少。</translation>
    </message>
    <message>
        <source>Its colours</source>
        <translation>它的顏色</translation>
    </message>
    <message>
        <source>How much of the other face&apos;s colours and light is mixed in.</source>
        <translation>混入另一張臉的顏色與光的多少。</translation>
    </message>
    <message>
        <source>Its eyes</source>
        <translation>它的眼睛</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at eyes and brows alone.</source>
        <translation>只在眼睛和眉毛處畫另一張臉的多少。</translation>
    </message>
    <message>
        <source>Its nose</source>
        <translation>它的鼻子</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at the nose alone.</source>
        <translation>只在鼻子處畫另一張臉的多少。</translation>
    </message>
    <message>
        <source>Its mouth</source>
        <translation>它的嘴</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at mouth and chin alone.</source>
        <translation>只在嘴和下巴處畫另一張臉的多少。</translation>
    </message>
    <message>
        <source>Its skin</source>
        <translation>它的皮膚</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at the rest of the skin.</source>
        <translation>在其餘皮膚處畫另一張臉的多少。</translation>
    </message>
    <message>
        <source>Its hair</source>
        <translation>它的頭髮</translation>
    </message>
    <message>
        <source>How much of the other face is drawn where the hair is.</source>
        <translation>在頭髮處畫另一張臉的多少。</translation>
    </message>
    <message>
        <source>How much of the other picture is drawn around the head.</source>
        <translation>在頭部周圍畫另一張圖的多少。</translation>
    </message>
    <message>
        <source>Hair length</source>
        <translation>頭髮長度</translation>
    </message>
    <message>
        <source>Draws the hair shorter or longer.</source>
        <translation>頭髮更短或更長。</translation>
    </message>
    <message>
        <source>Hair volume</source>
        <translation>頭髮蓬鬆度</translation>
    </message>
    <message>
        <source>Draws less or more hair above the face.</source>
        <translation>臉上方的頭髮更少或更多。</translation>
    </message>
    <message>
        <source>Fringe</source>
        <translation>瀏海</translation>
    </message>
    <message>
        <source>bare</source>
        <translation>露出</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>遮住</translation>
    </message>
    <message>
        <source>Draws the forehead bare, or hair over it.</source>
        <translation>露出額頭，或用頭髮遮住。</translation>
    </message>
    <message>
        <source>Hair blond</source>
        <translation>髮色金黃</translation>
    </message>
    <message>
        <source>golden</source>
        <translation>金黃</translation>
    </message>
    <message>
        <source>Draws the colour of the hair cooler or more golden.</source>
        <translation>頭髮的顏色更冷或更金黃。</translation>
    </message>
    <message>
        <source>Hair red</source>
        <translation>髮色紅</translation>
    </message>
    <message>
        <source>Draws the hair less or more red.</source>
        <translation>頭髮少紅或多紅。</translation>
    </message>
    <message>
        <source>Hair gray</source>
        <translation>髮色灰白</translation>
    </message>
    <message>
        <source>Draws the hair less or more gray.</source>
        <translation>頭髮少白或多白。</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>鬍鬚</translation>
    </message>
    <message>
        <source>shaven</source>
        <translation>剃淨</translation>
    </message>
    <message>
        <source>bearded</source>
        <translation>有鬍鬚</translation>
    </message>
    <message>
        <source>Draws chin and lip shaven, or a beard.</source>
        <translation>下巴和嘴唇周圍剃淨，或畫出鬍鬚。</translation>
    </message>
    <message>
        <source>younger</source>
        <translation>更年輕</translation>
    </message>
    <message>
        <source>older</source>
        <translation>更年長</translation>
    </message>
    <message>
        <source>Draws the person younger or older.</source>
        <translation>畫得更年輕或更年長。</translation>
    </message>
    <message>
        <source>feminine</source>
        <translation>偏女性</translation>
    </message>
    <message>
        <source>masculine</source>
        <translation>偏男性</translation>
    </message>
    <message>
        <source>Draws the face more feminine or more masculine.</source>
        <translation>臉更偏女性或更偏男性。</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼鏡</translation>
    </message>
    <message>
        <source>without</source>
        <translation>無</translation>
    </message>
    <message>
        <source>with</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Draws glasses, or takes them off.</source>
        <translation>畫上眼鏡，或取下。</translation>
    </message>
    <message>
        <source>Forehead, width</source>
        <translation>額頭寬度</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>額頭</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>寬</translation>
    </message>
    <message>
        <source>In the game (额头): scale Y of the brow bone.</source>
        <translation>遊戲中（額頭）：眉骨 Y 縮放。</translation>
    </message>
    <message>
        <source>Forehead, depth</source>
        <translation>額頭前後</translation>
    </message>
    <message>
        <source>back</source>
        <translation>後</translation>
    </message>
    <message>
        <source>In the game (额头): position Z of the brow bone.</source>
        <translation>遊戲中（額頭）：眉骨 Z 位移。</translation>
    </message>
    <message>
        <source>Forehead, height</source>
        <translation>額頭高度</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>In the game (额头): position X of the brow bone.</source>
        <translation>遊戲中（額頭）：眉骨 X 位移。</translation>
    </message>
    <message>
        <source>Cheeks, fullness</source>
        <translation>兩頰豐滿度</translation>
    </message>
    <message>
        <source>hollow</source>
        <translation>凹陷</translation>
    </message>
    <message>
        <source>In the game (两颊): scale Y.</source>
        <translation>遊戲中（兩頰）：Y 縮放。</translation>
    </message>
    <message>
        <source>Cheeks, up and down</source>
        <translation>兩頰上下</translation>
    </message>
    <message>
        <source>In the game (两颊): position Z.</source>
        <translation>遊戲中（兩頰）：Z 位移。</translation>
    </message>
    <message>
        <source>Malar, width</source>
        <translation>顴部寬度</translation>
    </message>
    <message>
        <source>In the game (四白): scale Y.</source>
        <translation>遊戲中（四白）：Y 縮放。</translation>
    </message>
    <message>
        <source>Malar, fullness</source>
        <translation>顴部豐滿度</translation>
    </message>
    <message>
        <source>In the game (四白): position Z.</source>
        <translation>遊戲中（四白）：Z 位移。</translation>
    </message>
    <message>
        <source>Jaw angle, width</source>
        <translation>下頜角寬度</translation>
    </message>
    <message>
        <source>Jaw and chin</source>
        <translation>下頜與下巴</translation>
    </message>
    <message>
        <source>In the game (下额): scale Y of the masseter.</source>
        <translation>遊戲中（下額）：咬肌 Y 縮放。</translation>
    </message>
    <message>
        <source>Jaw angle, up and down</source>
        <translation>下頜角上下</translation>
    </message>
    <message>
        <source>In the game (下额): position Z of the masseter.</source>
        <translation>遊戲中（下額）：咬肌 Z 位移。</translation>
    </message>
    <message>
        <source>Chin sides, width</source>
        <translation>下巴兩側寬度</translation>
    </message>
    <message>
        <source>In the game (下巴): scale Y.</source>
        <translation>遊戲中（下巴）：Y 縮放。</translation>
    </message>
    <message>
        <source>Chin sides, up and down</source>
        <translation>下巴兩側上下</translation>
    </message>
    <message>
        <source>In the game (下巴): position Z.</source>
        <translation>遊戲中（下巴）：Z 位移。</translation>
    </message>
    <message>
        <source>Chin tip, width</source>
        <translation>下巴尖寬度</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position Y.</source>
        <translation>遊戲中（下巴尖）：Y 位移。</translation>
    </message>
    <message>
        <source>Chin tip, up and down</source>
        <translation>下巴尖上下</translation>
    </message>
    <message>
        <source>short</source>
        <translation>短</translation>
    </message>
    <message>
        <source>long</source>
        <translation>長</translation>
    </message>
    <message>
        <source>Its backdrop</source>
        <translation>它的背景</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position Z.</source>
        <translation>遊戲中（下巴尖）：Z 位移。</translation>
    </message>
    <message>
        <source>Chin tip, forward and back</source>
        <translation>下巴尖前後</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position X.</source>
        <translation>遊戲中（下巴尖）：X 位移。</translation>
    </message>
    <message>
        <source>Chin tip, size</source>
        <translation>下巴尖大小</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position X of the mandible.</source>
        <translation>遊戲中（下巴尖）：下頜骨 X 位移。</translation>
    </message>
    <message>
        <source>Brow, sideways</source>
        <translation>眉毛左右</translation>
    </message>
    <message>
        <source>together</source>
        <translation>靠攏</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>分開</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): position Y.</source>
        <translation>遊戲中（眉毛整體）：Y 位移。</translation>
    </message>
    <message>
        <source>Brow, up and down</source>
        <translation>眉毛上下</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): position Z.</source>
        <translation>遊戲中（眉毛整體）：Z 位移。</translation>
    </message>
    <message>
        <source>Brow, forward and back</source>
        <translation>眉毛前後</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): position X.</source>
        <translation>遊戲中（眉毛整體）：X 位移。</translation>
    </message>
    <message>
        <source>Brow, turn</source>
        <translation>眉毛旋轉</translation>
    </message>
    <message>
        <source>tail down</source>
        <translation>眉尾向下</translation>
    </message>
    <message>
        <source>tail up</source>
        <translation>眉尾向上</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): rotation.</source>
        <translation>遊戲中（眉毛整體）：旋轉。</translation>
    </message>
    <message>
        <source>Inner brow, sideways</source>
        <translation>眉頭左右</translation>
    </message>
    <message>
        <source>In the game (眉梢): position Y.</source>
        <translation>遊戲中（眉梢）：Y 位移。</translation>
    </message>
    <message>
        <source>Inner brow, up and down</source>
        <translation>眉頭上下</translation>
    </message>
    <message>
        <source>In the game (眉梢): position Z.</source>
        <translation>遊戲中（眉梢）：Z 位移。</translation>
    </message>
    <message>
        <source>Middle brow, forward and back</source>
        <translation>眉中前後</translation>
    </message>
    <message>
        <source>In the game (眉中): position Y.</source>
        <translation>遊戲中（眉中）：Y 位移。</translation>
    </message>
    <message>
        <source>Middle brow, up and down</source>
        <translation>眉中上下</translation>
    </message>
    <message>
        <source>In the game (眉中): position Z.</source>
        <translation>遊戲中（眉中）：Z 位移。</translation>
    </message>
    <message>
        <source>Outer brow, sideways</source>
        <translation>眉尾左右</translation>
    </message>
    <message>
        <source>In the game (眉尾): position Y.</source>
        <translation>遊戲中（眉尾）：Y 位移。</translation>
    </message>
    <message>
        <source>Outer brow, up and down</source>
        <translation>眉尾上下</translation>
    </message>
    <message>
        <source>In the game (眉尾): position Z.</source>
        <translation>遊戲中（眉尾）：Z 位移。</translation>
    </message>
    <message>
        <source>Eye, sideways</source>
        <translation>眼睛左右</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): position Y.</source>
        <translation>遊戲中（眼睛整體）：Y 位移。</translation>
    </message>
    <message>
        <source>Eye, up and down</source>
        <translation>眼睛上下</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): position Z.</source>
        <translation>遊戲中（眼睛整體）：Z 位移。</translation>
    </message>
    <message>
        <source>Eye, forward and back</source>
        <translation>眼睛前後</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): position X.</source>
        <translation>遊戲中（眼睛整體）：X 位移。</translation>
    </message>
    <message>
        <source>Eye, turn</source>
        <translation>眼睛旋轉</translation>
    </message>
    <message>
        <source>outer corner down</source>
        <translation>外眼角向下</translation>
    </message>
    <message>
        <source>outer corner up</source>
        <translation>外眼角向上</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): rotation.</source>
        <translation>遊戲中（眼睛整體）：旋轉。</translation>
    </message>
    <message>
        <source>Eye, size</source>
        <translation>眼睛大小</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): scale X, Y and Z.</source>
        <translation>遊戲中（眼睛整體）：X、Y 與 Z 縮放。</translation>
    </message>
    <message>
        <source>Upper lid, fold</source>
        <translation>上眼瞼褶皺</translation>
    </message>
    <message>
        <source>low fold</source>
        <translation>低褶皺</translation>
    </message>
    <message>
        <source>high fold</source>
        <translation>高褶皺</translation>
    </message>
    <message>
        <source>In the game (上眼睑): position Y.</source>
        <translation>遊戲中（上眼瞼）：Y 位移。</translation>
    </message>
    <message>
        <source>Upper lid, up and down</source>
        <translation>上眼瞼上下</translation>
    </message>
    <message>
        <source>In the game (上眼睑): position Z.</source>
        <translation>遊戲中（上眼瞼）：Z 位移。</translation>
    </message>
    <message>
        <source>Upper lid, turn</source>
        <translation>上眼瞼旋轉</translation>
    </message>
    <message>
        <source>inner high</source>
        <translation>內側高</translation>
    </message>
    <message>
        <source>outer high</source>
        <translation>外側高</translation>
    </message>
    <message>
        <source>In the game (上眼睑): rotation.</source>
        <translation>遊戲中（上眼瞼）：旋轉。</translation>
    </message>
    <message>
        <source>Lower lid, depth</source>
        <translation>下眼瞼前後</translation>
    </message>
    <message>
        <source>In the game (下眼睑): position Y.</source>
        <translation>遊戲中（下眼瞼）：Y 位移。</translation>
    </message>
    <message>
        <source>Lower lid, up and down</source>
        <translation>下眼瞼上下</translation>
    </message>
    <message>
        <source>In the game (下眼睑): position Z.</source>
        <translation>遊戲中（下眼瞼）：Z 位移。</translation>
    </message>
    <message>
        <source>Lower lid, bag</source>
        <translation>眼袋</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>眼袋明顯</translation>
    </message>
    <message>
        <source>In the game (下眼睑): rotation.</source>
        <translation>遊戲中（下眼瞼）：旋轉。</translation>
    </message>
    <message>
        <source>Inner corner of the eye, sideways</source>
        <translation>內眼角左右</translation>
    </message>
    <message>
        <source>outward</source>
        <translation>向外</translation>
    </message>
    <message>
        <source>inward</source>
        <translation>向內</translation>
    </message>
    <message>
        <source>In the game (内眼角): position Y.</source>
        <translation>遊戲中（內眼角）：Y 位移。</translation>
    </message>
    <message>
        <source>Inner corner of the eye, up and down</source>
        <translation>內眼角上下</translation>
    </message>
    <message>
        <source>In the game (内眼角): position Z.</source>
        <translation>遊戲中（內眼角）：Z 位移。</translation>
    </message>
    <message>
        <source>Outer corner of the eye, sideways</source>
        <translation>外眼角左右</translation>
    </message>
    <message>
        <source>In the game (外眼角): position Y.</source>
        <translation>遊戲中（外眼角）：Y 位移。</translation>
    </message>
    <message>
        <source>Outer corner of the eye, up and down</source>
        <translation>外眼角上下</translation>
    </message>
    <message>
        <source>In the game (外眼角): position Z.</source>
        <translation>遊戲中（外眼角）：Z 位移。</translation>
    </message>
    <message>
        <source>Eyeball, gaze</source>
        <translation>眼珠視線</translation>
    </message>
    <message>
        <source>In the game (眼珠位置): rotation.</source>
        <translation>遊戲中（眼珠位置）：旋轉。</translation>
    </message>
    <message>
        <source>Nose, compression</source>
        <translation>鼻子收縮</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>收縮</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): position Y.</source>
        <translation>遊戲中（鼻子整體）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose, up and down</source>
        <translation>鼻子上下</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): position Z.</source>
        <translation>遊戲中（鼻子整體）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose, forward and back</source>
        <translation>鼻子前後</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): position X.</source>
        <translation>遊戲中（鼻子整體）：X 位移。</translation>
    </message>
    <message>
        <source>Nose, size</source>
        <translation>鼻子大小</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): scale Y and Z.</source>
        <translation>遊戲中（鼻子整體）：Y 與 Z 縮放。</translation>
    </message>
    <message>
        <source>Nose tip, up and down</source>
        <translation>鼻尖上下</translation>
    </message>
    <message>
        <source>In the game (鼻尖): position Z.</source>
        <translation>遊戲中（鼻尖）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose tip, septum</source>
        <translation>鼻尖鼻中隔</translation>
    </message>
    <message>
        <source>In the game (鼻尖): position Y.</source>
        <translation>遊戲中（鼻尖）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose tip, size</source>
        <translation>鼻尖大小</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>精細</translation>
    </message>
    <message>
        <source>broad</source>
        <translation>寬大</translation>
    </message>
    <message>
        <source>In the game (鼻尖): scale.</source>
        <translation>遊戲中（鼻尖）：縮放。</translation>
    </message>
    <message>
        <source>Nose wings, width</source>
        <translation>鼻翼寬度</translation>
    </message>
    <message>
        <source>In the game (鼻翼): scale Y.</source>
        <translation>遊戲中（鼻翼）：Y 縮放。</translation>
    </message>
    <message>
        <source>Nose wings, up and down</source>
        <translation>鼻翼上下</translation>
    </message>
    <message>
        <source>In the game (鼻翼): position Z.</source>
        <translation>遊戲中（鼻翼）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, curve</source>
        <translation>鼻樑弧度</translation>
    </message>
    <message>
        <source>concave</source>
        <translation>凹</translation>
    </message>
    <message>
        <source>convex</source>
        <translation>凸</translation>
    </message>
    <message>
        <source>In the game (鼻梁): position Y.</source>
        <translation>遊戲中（鼻樑）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, hump</source>
        <translation>鼻樑駝峰</translation>
    </message>
    <message>
        <source>In the game (鼻梁): position Z.</source>
        <translation>遊戲中（鼻樑）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, forward and back</source>
        <translation>鼻樑前後</translation>
    </message>
    <message>
        <source>In the game (鼻梁): position X.</source>
        <translation>遊戲中（鼻樑）：X 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, width</source>
        <translation>鼻樑寬度</translation>
    </message>
    <message>
        <source>In the game (鼻梁): scale Y.</source>
        <translation>遊戲中（鼻樑）：Y 縮放。</translation>
    </message>
    <message>
        <source>Nose root, width</source>
        <translation>山根寬度</translation>
    </message>
    <message>
        <source>In the game (山根): position Y.</source>
        <translation>遊戲中（山根）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose root, up and down</source>
        <translation>山根上下</translation>
    </message>
    <message>
        <source>In the game (山根): position Z.</source>
        <translation>遊戲中（山根）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose root, forward and back</source>
        <translation>山根前後</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>直</translation>
    </message>
    <message>
        <source>In the game (山根): position X.</source>
        <translation>遊戲中（山根）：X 位移。</translation>
    </message>
    <message>
        <source>Lips, forward and back</source>
        <translation>嘴唇前後</translation>
    </message>
    <message>
        <source>In the game (嘴唇整体): position X of three bones.</source>
        <translation>遊戲中（嘴唇整體）：三根骨骼的 X 位移。</translation>
    </message>
    <message>
        <source>Lips, up and down</source>
        <translation>嘴唇上下</translation>
    </message>
    <message>
        <source>In the game (嘴唇整体): position Z of three bones.</source>
        <translation>遊戲中（嘴唇整體）：三根骨骼的 Z 位移。</translation>
    </message>
    <message>
        <source>Upper lip, width</source>
        <translation>上唇寬度</translation>
    </message>
    <message>
        <source>In the game (上唇): scale Y.</source>
        <translation>遊戲中（上唇）：Y 縮放。</translation>
    </message>
    <message>
        <source>Upper lip, up and down</source>
        <translation>上唇上下</translation>
    </message>
    <message>
        <source>In the game (上唇): position Z.</source>
        <translation>遊戲中（上唇）：Z 位移。</translation>
    </message>
    <message>
        <source>Upper lip, height</source>
        <translation>上唇厚度</translation>
    </message>
    <message>
        <source>thin</source>
        <translation>薄</translation>
    </message>
    <message>
        <source>In the game (上唇): scale Z.</source>
        <translation>遊戲中（上唇）：Z 縮放。</translation>
    </message>
    <message>
        <source>Upper lip, turn</source>
        <translation>上唇翻轉</translation>
    </message>
    <message>
        <source>rolled out</source>
        <translation>外翻</translation>
    </message>
    <message>
        <source>In the game (上唇): rotation and position X.</source>
        <translation>遊戲中（上唇）：旋轉與 X 位移。</translation>
    </message>
    <message>
        <source>Upper lip bead, up and down</source>
        <translation>上唇珠上下</translation>
    </message>
    <message>
        <source>In the game (上唇珠): position Z.</source>
        <translation>遊戲中（上唇珠）：Z 位移。</translation>
    </message>
    <message>
        <source>Upper lip bead, bow width</source>
        <translation>上唇珠唇弓寬度</translation>
    </message>
    <message>
        <source>In the game (上唇珠): position Y.</source>
        <translation>遊戲中（上唇珠）：Y 位移。</translation>
    </message>
    <message>
        <source>Upper lip bead, size</source>
        <translation>上唇珠大小</translation>
    </message>
    <message>
        <source>pronounced</source>
        <translation>明顯</translation>
    </message>
    <message>
        <source>In the game (上唇珠): scale.</source>
        <translation>遊戲中（上唇珠）：縮放。</translation>
    </message>
    <message>
        <source>Lower lip bead, up and down</source>
        <translation>下唇珠上下</translation>
    </message>
    <message>
        <source>In the game (下唇珠): position Z.</source>
        <translation>遊戲中（下唇珠）：Z 位移。</translation>
    </message>
    <message>
        <source>Lower lip bead, forward and back</source>
        <translation>下唇珠前後</translation>
    </message>
    <message>
        <source>In the game (下唇珠): position Y.</source>
        <translation>遊戲中（下唇珠）：Y 位移。</translation>
    </message>
    <message>
        <source>Lower lip bead, size</source>
        <translation>下唇珠大小</translation>
    </message>
    <message>
        <source>In the game (下唇珠): scale.</source>
        <translation>遊戲中（下唇珠）：縮放。</translation>
    </message>
    <message>
        <source>Lower lip, width</source>
        <translation>下唇寬度</translation>
    </message>
    <message>
        <source>In the game (下唇): scale Y.</source>
        <translation>遊戲中（下唇）：Y 縮放。</translation>
    </message>
    <message>
        <source>Lower lip, up and down</source>
        <translation>下唇上下</translation>
    </message>
    <message>
        <source>In the game (下唇): position Z.</source>
        <translation>遊戲中（下唇）：Z 位移。</translation>
    </message>
    <message>
        <source>Lower lip, height</source>
        <translation>下唇厚度</translation>
    </message>
    <message>
        <source>In the game (下唇): scale Z.</source>
        <translation>遊戲中（下唇）：Z 縮放。</translation>
    </message>
    <message>
        <source>Lower lip, turn</source>
        <translation>下唇翻轉</translation>
    </message>
    <message>
        <source>In the game (下唇): rotation and position X.</source>
        <translation>遊戲中（下唇）：旋轉與 X 位移。</translation>
    </message>
    <message>
        <source>Corners of the mouth, sideways</source>
        <translation>嘴角左右</translation>
    </message>
    <message>
        <source>In the game (唇角): position Y.</source>
        <translation>遊戲中（唇角）：Y 位移。</translation>
    </message>
    <message>
        <source>Corners of the mouth, up and down</source>
        <translation>嘴角上下</translation>
    </message>
    <message>
        <source>In the game (唇角): position Z.</source>
        <translation>遊戲中（唇角）：Z 位移。</translation>
    </message>
    <message>
        <source>Mouth opening, first</source>
        <translation>張口（一）</translation>
    </message>
    <message>
        <source>Kept in the file; another value overrides it. In the game (开口): rotation of the mandible, overwritten by the next value.</source>
        <translation>保留在檔案中；會被另一個數值覆蓋。遊戲中（開口）：下頜骨旋轉，會被下一個數值覆蓋。</translation>
    </message>
    <message>
        <source>Mouth opening, jaw</source>
        <translation>張口（下頜）</translation>
    </message>
    <message>
        <source>In the game (开口): rotation of the mandible.</source>
        <translation>遊戲中（開口）：下頜骨旋轉。</translation>
    </message>
    <message>
        <source>Ear rim, width</source>
        <translation>耳廓寬度</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>In the game (耳廓): scale Y.</source>
        <translation>遊戲中（耳廓）：Y 縮放。</translation>
    </message>
    <message>
        <source>Ear rim, flare</source>
        <translation>耳廓外張</translation>
    </message>
    <message>
        <source>standing out</source>
        <translation>外張</translation>
    </message>
    <message>
        <source>In the game (耳廓): position Z.</source>
        <translation>遊戲中（耳廓）：Z 位移。</translation>
    </message>
    <message>
        <source>Ear lobe, height</source>
        <translation>耳垂高度</translation>
    </message>
    <message>
        <source>In the game (耳垂): scale Y.</source>
        <translation>遊戲中（耳垂）：Y 縮放。</translation>
    </message>
    <message>
        <source>Ear lobe, flare</source>
        <translation>耳垂外張</translation>
    </message>
    <message>
        <source>In the game (耳垂): position Z.</source>
        <translation>遊戲中（耳垂）：Z 位移。</translation>
    </message>
    <message>
        <source>Ear lobe, size</source>
        <translation>耳垂大小</translation>
    </message>
    <message>
        <source>In the game (耳垂): scale Z.</source>
        <translation>遊戲中（耳垂）：Z 縮放。</translation>
    </message>
    <message>
        <source>Unused 82</source>
        <translation>未使用 82</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Kept in the file; no rig reads it.</source>
        <translation>保留在檔案中；綁定不會讀取。</translation>
    </message>
    <message>
        <source>Unused 83</source>
        <translation>未使用 83</translation>
    </message>
    <message>
        <source>Unused 84</source>
        <translation>未使用 84</translation>
    </message>
    <message>
        <source>Unused 85</source>
        <translation>未使用 85</translation>
    </message>
    <message>
        <source>Unused 86</source>
        <translation>未使用 86</translation>
    </message>
    <message>
        <source>Unused 87</source>
        <translation>未使用 87</translation>
    </message>
    <message>
        <source>Unused 88</source>
        <translation>未使用 88</translation>
    </message>
    <message>
        <source>Unused 89</source>
        <translation>未使用 89</translation>
    </message>
    <message>
        <source>Unused 90</source>
        <translation>未使用 90</translation>
    </message>
    <message>
        <source>Unused 91</source>
        <translation>未使用 91</translation>
    </message>
    <message>
        <source>Unused 92</source>
        <translation>未使用 92</translation>
    </message>
    <message>
        <source>Unused 93</source>
        <translation>未使用 93</translation>
    </message>
    <message>
        <source>Unused 94</source>
        <translation>未使用 94</translation>
    </message>
    <message>
        <source>Brow grey</source>
        <translation>眉毛灰度</translation>
    </message>
    <message>
        <source>Brow paint</source>
        <translation>眉毛繪製</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深</translation>
    </message>
    <message>
        <source>light</source>
        <translation>淺</translation>
    </message>
    <message>
        <source>How light the brows are painted. In the game (眉毛颜色): brow colour: white times 0.2 + 0.6 v.</source>
        <translation>眉毛畫得多淺。遊戲中（眉毛色彩）：眉毛色彩：白色 ×（0.2 + 0.6 v）。</translation>
    </message>
    <message>
        <source>Brow style 1</source>
        <translation>眉形 1</translation>
    </message>
    <message>
        <source>One of the three brow textures; choosing one leaves the others. In the game (眉形): brow texture Brow_01 when it is the largest of the three.</source>
        <translation>三種眉毛貼圖之一；選中一個即放棄其餘。遊戲中（眉形）：三者中最大時使用眉毛貼圖 Brow_01。</translation>
    </message>
    <message>
        <source>Brow style 2</source>
        <translation>眉形 2</translation>
    </message>
    <message>
        <source>One of the three brow textures; choosing one leaves the others. In the game (眉形): brow texture Brow_02 when it is the largest of the three.</source>
        <translation>三種眉毛貼圖之一；選中一個即放棄其餘。遊戲中（眉形）：三者中最大時使用眉毛貼圖 Brow_02。</translation>
    </message>
    <message>
        <source>Brow style 3</source>
        <translation>眉形 3</translation>
    </message>
    <message>
        <source>One of the three brow textures; choosing one leaves the others. In the game (眉形): brow texture Brow_03 when it is the largest of the three.</source>
        <translation>三種眉毛貼圖之一；選中一個即放棄其餘。遊戲中（眉形）：三者中最大時使用眉毛貼圖 Brow_03。</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人物</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年齡</translation>
    </message>
    <message>
        <source>child</source>
        <translation>兒童</translation>
    </message>
    <message>
        <source>old</source>
        <translation>老年</translation>
    </message>
    <message>
        <source>African</source>
        <translation>非洲特徵</translation>
    </message>
    <message>
        <source>Asian</source>
        <translation>亞洲特徵</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>體重</translation>
    </message>
    <message>
        <source>heavy</source>
        <translation>胖</translation>
    </message>
    <message>
        <source>Muscle</source>
        <translation>肌肉</translation>
    </message>
    <message>
        <source>slack</source>
        <translation>鬆弛</translation>
    </message>
    <message>
        <source>muscular</source>
        <translation>發達</translation>
    </message>
    <message>
        <source>Head age</source>
        <translation>頭部年齡</translation>
    </message>
    <message>
        <source>less</source>
        <translation>少</translation>
    </message>
    <message>
        <source>more</source>
        <translation>多</translation>
    </message>
    <message>
        <source>Head angle</source>
        <translation>頭部角度</translation>
    </message>
    <message>
        <source>in</source>
        <translation>內</translation>
    </message>
    <message>
        <source>out</source>
        <translation>外</translation>
    </message>
    <message>
        <source>Head back depth</source>
        <translation>後腦深度</translation>
    </message>
    <message>
        <source>Head fat</source>
        <translation>頭部胖瘦</translation>
    </message>
    <message>
        <source>Head depth</source>
        <translation>頭部深度</translation>
    </message>
    <message>
        <source>Head width</source>
        <translation>頭部寬度</translation>
    </message>
    <message>
        <source>Head height</source>
        <translation>頭部高度</translation>
    </message>
    <message>
        <source>Head forward and back</source>
        <translation>頭部前後</translation>
    </message>
    <message>
        <source>Head up and down</source>
        <translation>頭部上下</translation>
    </message>
    <message>
        <source>Head sideways</source>
        <translation>頭部左右</translation>
    </message>
    <message>
        <source>Head diamond</source>
        <translation>菱形臉</translation>
    </message>
    <message>
        <source>Head inverted triangular</source>
        <translation>倒三角臉</translation>
    </message>
    <message>
        <source>Head oval</source>
        <translation>橢圓臉</translation>
    </message>
    <message>
        <source>Head rectangular</source>
        <translation>長方臉</translation>
    </message>
    <message>
        <source>Head round</source>
        <translation>圓臉</translation>
    </message>
    <message>
        <source>Head square</source>
        <translation>方臉</translation>
    </message>
    <message>
        <source>Head triangular</source>
        <translation>三角臉</translation>
    </message>
    <message>
        <source>Forehead nubian</source>
        <translation>額頭努比亞型</translation>
    </message>
    <message>
        <source>Forehead height</source>
        <translation>額頭高度</translation>
    </message>
    <message>
        <source>Forehead temple</source>
        <translation>太陽穴</translation>
    </message>
    <message>
        <source>Forehead forward and back</source>
        <translation>額頭前後</translation>
    </message>
    <message>
        <source>Eyebrows angle</source>
        <translation>眉毛角度</translation>
    </message>
    <message>
        <source>Eyebrows forward and back</source>
        <translation>眉毛前後</translation>
    </message>
    <message>
        <source>Eyebrows up and down</source>
        <translation>眉毛上下</translation>
    </message>
    <message>
        <source>Eye bag</source>
        <translation>眼袋</translation>
    </message>
    <message>
        <source>Eye bag height</source>
        <translation>眼袋高度</translation>
    </message>
    <message>
        <source>Eye bag depth</source>
        <translation>眼袋深度</translation>
    </message>
    <message>
        <source>Eye outer corner</source>
        <translation>外眼角</translation>
    </message>
    <message>
        <source>Eye inner corner</source>
        <translation>內眼角</translation>
    </message>
    <message>
        <source>Eye epicanthus</source>
        <translation>內眥贅皮</translation>
    </message>
    <message>
        <source>Eye lid fold angle</source>
        <translation>眼瞼褶皺角度</translation>
    </message>
    <message>
        <source>Eye lid fold fullness</source>
        <translation>眼瞼褶皺豐滿度</translation>
    </message>
    <message>
        <source>Eye lid fold</source>
        <translation>眼瞼褶皺</translation>
    </message>
    <message>
        <source>Eye opening, inner</source>
        <translation>眼裂高度（內側）</translation>
    </message>
    <message>
        <source>Eye opening, middle</source>
        <translation>眼裂高度（中部）</translation>
    </message>
    <message>
        <source>Eye opening, outer</source>
        <translation>眼裂高度（外側）</translation>
    </message>
    <message>
        <source>Eye outer corner sideways</source>
        <translation>外眼角左右</translation>
    </message>
    <message>
        <source>Eye inner corner sideways</source>
        <translation>內眼角左右</translation>
    </message>
    <message>
        <source>Eye scale</source>
        <translation>眼睛大小</translation>
    </message>
    <message>
        <source>Eye up and down</source>
        <translation>眼睛上下</translation>
    </message>
    <message>
        <source>Eye sideways</source>
        <translation>眼睛左右</translation>
    </message>
    <message>
        <source>Nose base</source>
        <translation>鼻底</translation>
    </message>
    <message>
        <source>Nose compression</source>
        <translation>鼻子收縮</translation>
    </message>
    <message>
        <source>Nose curve</source>
        <translation>鼻樑弧度</translation>
    </message>
    <message>
        <source>Nose flaring</source>
        <translation>鼻孔外張</translation>
    </message>
    <message>
        <source>Nose greek</source>
        <translation>希臘鼻</translation>
    </message>
    <message>
        <source>Nose hump</source>
        <translation>鼻樑駝峰</translation>
    </message>
    <message>
        <source>Nose nostrils angle</source>
        <translation>鼻孔角度</translation>
    </message>
    <message>
        <source>Nose nostrils width</source>
        <translation>鼻孔寬度</translation>
    </message>
    <message>
        <source>Nose point</source>
        <translation>鼻尖</translation>
    </message>
    <message>
        <source>Nose point width</source>
        <translation>鼻尖寬度</translation>
    </message>
    <message>
        <source>Nose depth</source>
        <translation>鼻子深度</translation>
    </message>
    <message>
        <source>Nose width</source>
        <translation>鼻子寬度</translation>
    </message>
    <message>
        <source>Nose height</source>
        <translation>鼻子高度</translation>
    </message>
    <message>
        <source>Nose septum angle</source>
        <translation>鼻中隔角度</translation>
    </message>
    <message>
        <source>Nose forward and back</source>
        <translation>鼻子前後</translation>
    </message>
    <message>
        <source>Nose up and down</source>
        <translation>鼻子上下</translation>
    </message>
    <message>
        <source>Nose sideways</source>
        <translation>鼻子左右</translation>
    </message>
    <message>
        <source>Nose volume</source>
        <translation>鼻子體積</translation>
    </message>
    <message>
        <source>Nose width of the root</source>
        <translation>山根寬度</translation>
    </message>
    <message>
        <source>Nose width of the bridge</source>
        <translation>鼻樑寬度</translation>
    </message>
    <message>
        <source>Nose width of the wings</source>
        <translation>鼻翼寬度</translation>
    </message>
    <message>
        <source>Mouth corners up and down</source>
        <translation>嘴角上下</translation>
    </message>
    <message>
        <source>Mouth Cupid&apos;s bow</source>
        <translation>唇弓</translation>
    </message>
    <message>
        <source>Mouth Cupid&apos;s bow width</source>
        <translation>唇弓寬度</translation>
    </message>
    <message>
        <source>Mouth dimples</source>
        <translation>酒窩</translation>
    </message>
    <message>
        <source>Mouth laugh lines</source>
        <translation>法令紋</translation>
    </message>
    <message>
        <source>Mouth lower lip ext</source>
        <translation>下唇外突</translation>
    </message>
    <message>
        <source>Mouth lower lip height</source>
        <translation>下唇厚度</translation>
    </message>
    <message>
        <source>Mouth lower lip middle</source>
        <translation>下唇中部</translation>
    </message>
    <message>
        <source>Mouth lower lip volume</source>
        <translation>下唇豐滿度</translation>
    </message>
    <message>
        <source>Mouth lower lip width</source>
        <translation>下唇寬度</translation>
    </message>
    <message>
        <source>Mouth philtrum volume</source>
        <translation>人中深淺</translation>
    </message>
    <message>
        <source>Mouth depth</source>
        <translation>嘴部深度</translation>
    </message>
    <message>
        <source>Mouth width</source>
        <translation>嘴部寬度</translation>
    </message>
    <message>
        <source>Mouth height</source>
        <translation>嘴部高度</translation>
    </message>
    <message>
        <source>Mouth forward and back</source>
        <translation>嘴部前後</translation>
    </message>
    <message>
        <source>Mouth up and down</source>
        <translation>嘴部上下</translation>
    </message>
    <message>
        <source>Mouth sideways</source>
        <translation>嘴部左右</translation>
    </message>
    <message>
        <source>Mouth upper lip ext</source>
        <translation>上唇外突</translation>
    </message>
    <message>
        <source>Mouth upper lip height</source>
        <translation>上唇厚度</translation>
    </message>
    <message>
        <source>Mouth upper lip middle</source>
        <translation>上唇中部</translation>
    </message>
    <message>
        <source>Mouth upper lip volume</source>
        <translation>上唇豐滿度</translation>
    </message>
    <message>
        <source>Mouth upper lip width</source>
        <translation>上唇寬度</translation>
    </message>
    <message>
        <source>Ear flap</source>
        <translation>耳廓貼合</translation>
    </message>
    <message>
        <source>Ear lobe</source>
        <translation>耳垂</translation>
    </message>
    <message>
        <source>Ear rotation</source>
        <translation>耳朵旋轉</translation>
    </message>
    <message>
        <source>Ear scale</source>
        <translation>耳朵大小</translation>
    </message>
    <message>
        <source>Ear depth</source>
        <translation>耳朵深度</translation>
    </message>
    <message>
        <source>Ear height</source>
        <translation>耳朵高度</translation>
    </message>
    <message>
        <source>Ear shape triangle</source>
        <translation>耳形尖度</translation>
    </message>
    <message>
        <source>pointed</source>
        <translation>尖</translation>
    </message>
    <message>
        <source>triangular</source>
        <translation>三角</translation>
    </message>
    <message>
        <source>Ear shape round</source>
        <translation>耳形圓度</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方</translation>
    </message>
    <message>
        <source>round</source>
        <translation>圓</translation>
    </message>
    <message>
        <source>Ear forward and back</source>
        <translation>耳朵前後</translation>
    </message>
    <message>
        <source>Ear up and down</source>
        <translation>耳朵上下</translation>
    </message>
    <message>
        <source>Ear wing</source>
        <translation>招風耳</translation>
    </message>
    <message>
        <source>Cheek bones</source>
        <translation>顴骨</translation>
    </message>
    <message>
        <source>Cheek inner</source>
        <translation>臉頰內側</translation>
    </message>
    <message>
        <source>Cheek up and down</source>
        <translation>臉頰上下</translation>
    </message>
    <message>
        <source>Cheek volume</source>
        <translation>臉頰豐滿度</translation>
    </message>
    <message>
        <source>Chin bones</source>
        <translation>下頜骨</translation>
    </message>
    <message>
        <source>Chin cleft</source>
        <translation>下巴溝</translation>
    </message>
    <message>
        <source>Chin height</source>
        <translation>下巴高度</translation>
    </message>
    <message>
        <source>Chin jaw drop</source>
        <translation>下頜下垂</translation>
    </message>
    <message>
        <source>Chin prognathism</source>
        <translation>下頜前突</translation>
    </message>
    <message>
        <source>Chin prominent</source>
        <translation>下巴突出</translation>
    </message>
    <message>
        <source>Chin width</source>
        <translation>下巴寬度</translation>
    </message>
    <message>
        <source>Chin triangle</source>
        <translation>下巴三角</translation>
    </message>
    <message>
        <source>Neck circ</source>
        <translation>頸圍</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>頸部</translation>
    </message>
    <message>
        <source>Neck height</source>
        <translation>頸部高度</translation>
    </message>
    <message>
        <source>Neck back depth</source>
        <translation>後頸深度</translation>
    </message>
    <message>
        <source>Neck double</source>
        <translation>雙下巴</translation>
    </message>
    <message>
        <source>Neck depth</source>
        <translation>頸部深度</translation>
    </message>
    <message>
        <source>Neck width</source>
        <translation>頸部寬度</translation>
    </message>
    <message>
        <source>Neck forward and back</source>
        <translation>頸部前後</translation>
    </message>
    <message>
        <source>Neck up and down</source>
        <translation>頸部上下</translation>
    </message>
    <message>
        <source>Neck sideways</source>
        <translation>頸部左右</translation>
    </message>
    <message>
        <source>Brow 1</source>
        <translation>眉毛不對稱 1</translation>
    </message>
    <message>
        <source>Asymmetry</source>
        <translation>不對稱</translation>
    </message>
    <message>
        <source>Brow 2</source>
        <translation>眉毛不對稱 2</translation>
    </message>
    <message>
        <source>Cheek 1</source>
        <translation>臉頰不對稱 1</translation>
    </message>
    <message>
        <source>Cheek 2</source>
        <translation>臉頰不對稱 2</translation>
    </message>
    <message>
        <source>Ear 1</source>
        <translation>耳朵不對稱 1</translation>
    </message>
    <message>
        <source>Ear 2</source>
        <translation>耳朵不對稱 2</translation>
    </message>
    <message>
        <source>Ear 3</source>
        <translation>耳朵不對稱 3</translation>
    </message>
    <message>
        <source>Ear 4</source>
        <translation>耳朵不對稱 4</translation>
    </message>
    <message>
        <source>Eye 1</source>
        <translation>眼睛不對稱 1</translation>
    </message>
    <message>
        <source>Eye 2</source>
        <translation>眼睛不對稱 2</translation>
    </message>
    <message>
        <source>Eye 3</source>
        <translation>眼睛不對稱 3</translation>
    </message>
    <message>
        <source>Eye 4</source>
        <translation>眼睛不對稱 4</translation>
    </message>
    <message>
        <source>Eye 5</source>
        <translation>眼睛不對稱 5</translation>
    </message>
    <message>
        <source>Eye 6</source>
        <translation>眼睛不對稱 6</translation>
    </message>
    <message>
        <source>Eye 7</source>
        <translation>眼睛不對稱 7</translation>
    </message>
    <message>
        <source>Eye 8</source>
        <translation>眼睛不對稱 8</translation>
    </message>
    <message>
        <source>Jaw 1</source>
        <translation>下頜不對稱 1</translation>
    </message>
    <message>
        <source>Jaw 2</source>
        <translation>下頜不對稱 2</translation>
    </message>
    <message>
        <source>Jaw 3</source>
        <translation>下頜不對稱 3</translation>
    </message>
    <message>
        <source>Mouth 1</source>
        <translation>嘴不對稱 1</translation>
    </message>
    <message>
        <source>Mouth 2</source>
        <translation>嘴不對稱 2</translation>
    </message>
    <message>
        <source>Nose 1</source>
        <translation>鼻子不對稱 1</translation>
    </message>
    <message>
        <source>Nose 2</source>
        <translation>鼻子不對稱 2</translation>
    </message>
    <message>
        <source>Nose 3</source>
        <translation>鼻子不對稱 3</translation>
    </message>
    <message>
        <source>Nose 4</source>
        <translation>鼻子不對稱 4</translation>
    </message>
    <message>
        <source>Temple 1</source>
        <translation>太陽穴不對稱 1</translation>
    </message>
    <message>
        <source>Temple 2</source>
        <translation>太陽穴不對稱 2</translation>
    </message>
    <message>
        <source>Top 1</source>
        <translation>頭頂不對稱 1</translation>
    </message>
    <message>
        <source>Top 2</source>
        <translation>頭頂不對稱 2</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>warming up</source>
        <translation>預熱</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>讀取</translation>
    </message>
    <message>
        <source>looking for faces</source>
        <translation>查詢臉孔</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>繪製</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>fitting the head</source>
        <translation>擬合頭部</translation>
    </message>
    <message>
        <source>fitting the rig</source>
        <translation>擬合綁定</translation>
    </message>
    <message>
        <source>making networks</source>
        <translation>正在建立網路</translation>
    </message>
    <message>
        <source>drawing with the plain loop</source>
        <translation>正在以原始迴圈繪製</translation>
    </message>
    <message>
        <source>memory was short: pictures are coded on the processor</source>
        <translation>顯示記憶體不足：影像改由處理器編解碼</translation>
    </message>
    <message>
        <source>memory was short: the face was looked at on the processor</source>
        <translation>顯示記憶體不足：已改用處理器分析臉孔</translation>
    </message>
    <message>
        <source>memory was short: both guidance halves are drawn one after the other, which takes longer</source>
        <translation>顯示記憶體不足：引導的兩半將依序繪製，需時較長</translation>
    </message>
    <message>
        <source>blending</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>opening the portrait</source>
        <translation>開啟肖像</translation>
    </message>
    <message>
        <source>measuring: knobs</source>
        <translation>測量：旋鈕</translation>
    </message>
    <message>
        <source>Making latents</source>
        <translation>正在產生潛向量</translation>
    </message>
    <message>
        <source>looking at what is behind</source>
        <translation>檢視背後的部分</translation>
    </message>
    <message>
        <source>drawing the face as it is</source>
        <translation>繪製原來的臉</translation>
    </message>
    <message>
        <source>looking at the changed face</source>
        <translation>檢視改變後的臉</translation>
    </message>
    <message>
        <source>looking at the drawn face</source>
        <translation>檢視畫出的臉</translation>
    </message>
    <message>
        <source>looking at the expression</source>
        <translation>檢視表情</translation>
    </message>
    <message>
        <source>loading the generator</source>
        <translation>載入生成器</translation>
    </message>
    <message>
        <source>looking for the expression</source>
        <translation>尋找表情</translation>
    </message>
    <message>
        <source>looking at the face</source>
        <translation>分析臉孔</translation>
    </message>
    <message>
        <source>loading MagicFace</source>
        <translation>載入 MagicFace</translation>
    </message>
    <message>
        <source>drawing keys</source>
        <translation>繪製關鍵表情</translation>
    </message>
    <message>
        <source>measuring whose face it is</source>
        <translation>測量是誰的臉</translation>
    </message>
    <message>
        <source>this face is known already</source>
        <translation>這張臉已經找到過</translation>
    </message>
    <message>
        <source>preparing the head</source>
        <translation>準備頭部</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查詢臉孔</translation>
    </message>
    <message>
        <source>looking up the photo on the head</source>
        <translation>在頭部模型上查照片</translation>
    </message>
    <message>
        <source>looking at the photo&apos;s skin</source>
        <translation>檢視照片的皮膚</translation>
    </message>
    <message>
        <source>completing the key&apos;s teeth</source>
        <translation>補全關鍵表情的牙齒</translation>
    </message>
    <message>
        <source>outlining eyes and lips</source>
        <translation>勾勒眼睛與嘴唇</translation>
    </message>
    <message>
        <source>laying the photo on the head</source>
        <translation>把照片貼到頭部</translation>
    </message>
    <message>
        <source>completing the eyes</source>
        <translation>補全眼睛</translation>
    </message>
    <message>
        <source>completing the mouth</source>
        <translation>補全口腔</translation>
    </message>
    <message>
        <source>reading the skin</source>
        <translation>分析皮膚</translation>
    </message>
    <message>
        <source>getting ready to draw</source>
        <translation>準備繪製</translation>
    </message>
    <message>
        <source>shaping lids and lips</source>
        <translation>塑造眼瞼與嘴唇</translation>
    </message>
    <message>
        <source>keeping lips and lids apart</source>
        <translation>分離嘴唇與眼瞼</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{0} is a folder, not a picture</source>
        <translation>{0} 是資料夾，不是圖片</translation>
    </message>
    <message>
        <source>{0} is not an ordinary file</source>
        <translation>{0} 不是一般檔案</translation>
    </message>
    <message>
        <source>{0} is too large: {1} MB, at most {2} MB</source>
        <translation>{0} 太大：{1} MB，最多 {2} MB</translation>
    </message>
    <message>
        <source>{0} is too large: more than {1} MB</source>
        <translation>{0} 太大：超過 {1} MB</translation>
    </message>
    <message>
        <source>{0} is too large: {1} x {2} pixels</source>
        <translation>{0} 太大：{1} x {2} 像素</translation>
    </message>
    <message>
        <source>at most {0} pixels a side and {1} megapixels</source>
        <translation>每邊最多 {0} 像素，共 {1} 百萬像素</translation>
    </message>
    <message>
        <source>{0} is too large for this machine&apos;s memory</source>
        <translation>{0} 太大，這部電腦的記憶體不足</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} 是空的</translation>
    </message>
    <message>
        <source>{0} has no pixels</source>
        <translation>{0} 沒有像素</translation>
    </message>
    <message>
        <source>{0} is damaged and cannot be read</source>
        <translation>{0} 已損毀，無法讀取</translation>
    </message>
    <message>
        <source>{0} is damaged, or of a 16-bit kind that cannot be read</source>
        <translation>{0} 已損毀，或是無法讀取的 16 位元格式</translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read</source>
        <translation>{0} 不是可讀取的圖片</translation>
    </message>
    <message>
        <source>PNG, JPEG, WebP, TIFF and BMP can be read, whatever the file is called</source>
        <translation>可讀取 PNG、JPEG、WebP、TIFF 和 BMP，與檔名無關</translation>
    </message>
    <message>
        <source>there is no file {0}</source>
        <translation>檔案 {0} 不存在</translation>
    </message>
    <message>
        <source>cannot read {0}: {1}</source>
        <translation>無法讀取 {0}：{1}</translation>
    </message>
    <message>
        <source>no face was found in the picture</source>
        <translation>圖片中找不到臉孔</translation>
    </message>
    <message>
        <source>use a sharper or larger picture of the face</source>
        <translation>請使用臉孔更清晰或更大的圖片</translation>
    </message>
    <message>
        <source>open a photo in which the face is clearer</source>
        <translation>請開啟一張臉孔更清楚的相片</translation>
    </message>
    <message>
        <source>that photo is no longer open</source>
        <translation>那張相片已經關閉</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>請重新開啟</translation>
    </message>
    <message>
        <source>{0}: cannot be read: {1}</source>
        <translation>{0}：無法讀取：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be written: {1}</source>
        <translation>{0}：無法寫入：{1}</translation>
    </message>
    <message>
        <source>{0}: is a folder, not a file name</source>
        <translation>{0}：這是資料夾，不是檔名</translation>
    </message>
    <message>
        <source>{0}: cannot write a picture of the kind {1}</source>
        <translation>{0}：無法寫入 {1} 類型的圖片</translation>
    </message>
    <message>
        <source>end the name in .png, .jpg, .webp, .tif or .bmp</source>
        <translation>檔名請以 .png、.jpg、.webp、.tif 或 .bmp 結尾</translation>
    </message>
    <message>
        <source>{0} is the photo itself, which is never written over</source>
        <translation>{0} 就是原相片，原相片絕不會被覆寫</translation>
    </message>
    <message>
        <source>{0} is one of the photos, which are never written over</source>
        <translation>{0} 是其中一張原相片，原相片絕不會被覆寫</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>請換一個名稱</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>請選擇另一個資料夾</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened</source>
        <translation>{0} 開啟後被其他程式修改過</translation>
    </message>
    <message>
        <source>{0}: not a Facewright project</source>
        <translation>{0}：不是 Facewright 專案</translation>
    </message>
    <message>
        <source>{0}: a damaged project: {1}</source>
        <translation>{0}：專案已損毀：{1}</translation>
    </message>
    <message>
        <source>{0}: a damaged project: its description cannot be read</source>
        <translation>{0}：專案已損毀：無法讀取其描述</translation>
    </message>
    <message>
        <source>{0}: made by a newer Facewright (project version {1}; this one reads {2})</source>
        <translation>{0}：由較新版本的 Facewright 建立（專案版本 {1}；本版本可讀 {2}）</translation>
    </message>
    <message>
        <source>update Facewright to open it</source>
        <translation>請更新 Facewright 後再開啟</translation>
    </message>
    <message>
        <source>update Facewright</source>
        <translation>請更新 Facewright</translation>
    </message>
    <message>
        <source>{0}: damaged, or not what its name says</source>
        <translation>{0}：已損毀，或與其名稱不符</translation>
    </message>
    <message>
        <source>{0}: a preset of this name comes with Facewright</source>
        <translation>{0}：Facewright 內建同名預設</translation>
    </message>
    <message>
        <source>{0}: there is a preset of this name already</source>
        <translation>{0}：已有同名預設</translation>
    </message>
    <message>
        <source>{0}: not a .bytes rig file</source>
        <translation>{0}：不是 .bytes 綁定檔案</translation>
    </message>
    <message>
        <source>it must begin with the role shape 3 or 4</source>
        <translation>開頭必須是角色體型 3 或 4</translation>
    </message>
    <message>
        <source>{0}: {1} bytes, but a face-nn file has {2}</source>
        <translation>{0}：有 {1} 位元組，而 face-nn 檔案應有 {2} 位元組</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>檔案不完整</translation>
    </message>
    <message>
        <source>{0}: holds values that are not finite numbers</source>
        <translation>{0}：含有不是有限數的值</translation>
    </message>
    <message>
        <source>{0}: not a rig file</source>
        <translation>{0}：不是綁定檔案</translation>
    </message>
    <message>
        <source>get it with `facewright models get {0}`</source>
        <translation>用 `facewright models get {0}` 取得</translation>
    </message>
    <message>
        <source>the model {0} is not on this machine, and downloads are switched off</source>
        <translation>這部電腦上沒有模型 {0}，且下載已關閉</translation>
    </message>
    <message>
        <source>unset FACEWRIGHT_OFFLINE, or import the files with `facewright models import`</source>
        <translation>請取消設定 FACEWRIGHT_OFFLINE，或用 `facewright models import` 匯入檔案</translation>
    </message>
    <message>
        <source>{0} could not be downloaded: {1}</source>
        <translation>無法下載 {0}：{1}</translation>
    </message>
    <message>
        <source>check the network</source>
        <translation>請檢查網路</translation>
    </message>
    <message>
        <source>cannot write to {0}: {1}</source>
        <translation>無法寫入 {0}：{1}</translation>
    </message>
    <message>
        <source>there is no file or folder {0}</source>
        <translation>檔案或資料夾 {0} 不存在</translation>
    </message>
    <message>
        <source>{0} holds no file of the model {1}</source>
        <translation>{0} 中沒有模型 {1} 的檔案</translation>
    </message>
    <message>
        <source>files are known by their sha256; another version of the model will not do</source>
        <translation>檔案依 sha256 識別；模型的其他版本不可用</translation>
    </message>
    <message>
        <source>the graphics card has not enough memory for that</source>
        <translation>顯示卡的記憶體不足</translation>
    </message>
    <message>
        <source>this machine has not enough memory for that</source>
        <translation>這部電腦的記憶體不足</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>請關閉其他程式</translation>
    </message>
    <message>
        <source>the model {0} is {1}</source>
        <translation>模型 {0}：{1}</translation>
    </message>
    <message>
        <source>not on this machine</source>
        <translation>不在這部電腦上</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已損壞</translation>
    </message>
    <message>
        <source>the licence of {0} does not allow commercial use: {1}</source>
        <translation>{0} 的授權不允許商業使用：{1}</translation>
    </message>
    <message>
        <source>to accept that, add --accept-licence</source>
        <translation>如果同意，請加上 --accept-licence</translation>
    </message>
    <message>
        <source>the face has not been looked for in the generator yet</source>
        <translation>尚未在生成器中尋找這張臉</translation>
    </message>
    <message>
        <source>look for it first: `facewright attributes invert PHOTO`</source>
        <translation>請先尋找：`facewright attributes invert PHOTO`</translation>
    </message>
    <message>
        <source>the search for the face lost its way</source>
        <translation>尋找這張臉時迷失了方向</translation>
    </message>
    <message>
        <source>try another picture of the person</source>
        <translation>請換一張這個人的照片</translation>
    </message>
    <message>
        <source>no face is seen in what the generator draws</source>
        <translation>在生成器畫出的圖裡看不到人臉</translation>
    </message>
    <message>
        <source>look for the face again, in full</source>
        <translation>請細化這張臉後再試</translation>
    </message>
    <message>
        <source>the generator draws no face any more</source>
        <translation>生成器畫出的已不是人臉</translation>
    </message>
    <message>
        <source>ask for less</source>
        <translation>請減小數值</translation>
    </message>
    <message>
        <source>{0}: {1} of what was asked</source>
        <translation>{0}：達到要求的 {1}</translation>
    </message>
    <message>
        <source>the face has moved away from the person (identity distance {0})</source>
        <translation>已不太像本人（身分距離 {0}）</translation>
    </message>
    <message>
        <source>whether it is still the same person could not be measured</source>
        <translation>無法測量是否仍是同一個人</translation>
    </message>
    <message>
        <source>it became another face (identity distance {0}, at most {1})</source>
        <translation>變成了另一張臉（身分距離 {0}，最多 {1}）</translation>
    </message>
    <message>
        <source>it shows somebody else (identity distance {0})</source>
        <translation>畫出的是別人（身分距離 {0}）</translation>
    </message>
    <message>
        <source>only {0} of it could be drawn</source>
        <translation>只能畫出 {0}</translation>
    </message>
    <message>
        <source>no face is seen in it</source>
        <translation>其中看不到人臉</translation>
    </message>
    <message>
        <source>the photo shows it already</source>
        <translation>照片本來就是這樣</translation>
    </message>
    <message>
        <source>the head turned</source>
        <translation>頭轉動了</translation>
    </message>
    <message>
        <source>its eyes did not close</source>
        <translation>眼睛沒有閉上</translation>
    </message>
    <message>
        <source>it does not smile</source>
        <translation>沒有微笑</translation>
    </message>
    <message>
        <source>its smile shows no teeth</source>
        <translation>微笑沒有露出牙齒</translation>
    </message>
    <message>
        <source>it still smiles</source>
        <translation>仍在微笑</translation>
    </message>
    <message>
        <source>its mouth stayed open</source>
        <translation>嘴仍張著</translation>
    </message>
    <message>
        <source>closed-eyes</source>
        <translation>閉眼</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>平靜</translation>
    </message>
    <message>
        <source>looking for the face: step {0} of {1}</source>
        <translation>尋找這張臉：第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>drawing the {0} key</source>
        <translation>繪製關鍵表情：{0}</translation>
    </message>
</context>
<context>
    <name>measures</name>
    <message>
        <source>eye size</source>
        <translation>眼睛大小</translation>
    </message>
    <message>
        <source>face width</source>
        <translation>臉寬</translation>
    </message>
    <message>
        <source>mouth width</source>
        <translation>嘴寬</translation>
    </message>
    <message>
        <source>nose length</source>
        <translation>鼻長</translation>
    </message>
    <message>
        <source>nose width</source>
        <translation>鼻寬</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>歪頭</translation>
    </message>
    <message>
        <source>raised inner brows</source>
        <translation>內眉上揚</translation>
    </message>
    <message>
        <source>widened eyes</source>
        <translation>睜大眼睛</translation>
    </message>
    <message>
        <source>shutting of the eyes</source>
        <translation>閉眼</translation>
    </message>
    <message>
        <source>squint</source>
        <translation>瞇眼</translation>
    </message>
    <message>
        <source>mouth open</source>
        <translation>張嘴程度</translation>
    </message>
    <message>
        <source>eyes open</source>
        <translation>睜眼程度</translation>
    </message>
    <message>
        <source>brows up</source>
        <translation>揚眉</translation>
    </message>
    <message>
        <source>brows down</source>
        <translation>皺眉</translation>
    </message>
    <message>
        <source>yaw</source>
        <translation>轉頭</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>點頭</translation>
    </message>
    <message>
        <source>gaze left</source>
        <translation>視線向左</translation>
    </message>
    <message>
        <source>jaw width</source>
        <translation>下頜寬度</translation>
    </message>
    <message>
        <source>lips full</source>
        <translation>嘴唇豐滿</translation>
    </message>
    <message>
        <source>skin light</source>
        <translation>膚色明暗</translation>
    </message>
    <message>
        <source>skin warm</source>
        <translation>膚色冷暖</translation>
    </message>
    <message>
        <source>hair light</source>
        <translation>髮色明暗</translation>
    </message>
    <message>
        <source>lips red</source>
        <translation>唇色</translation>
    </message>
    <message>
        <source>light from left</source>
        <translation>左側光</translation>
    </message>
    <message>
        <source>background light</source>
        <translation>背景明暗</translation>
    </message>
    <message>
        <source>glasses</source>
        <translation>眼鏡</translation>
    </message>
    <message>
        <source>hair length</source>
        <translation>頭髮長度</translation>
    </message>
    <message>
        <source>hair volume</source>
        <translation>頭髮蓬鬆度</translation>
    </message>
    <message>
        <source>fringe</source>
        <translation>瀏海</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>耳環</translation>
    </message>
    <message>
        <source>hair warm</source>
        <translation>髮色金黃</translation>
    </message>
    <message>
        <source>hair red</source>
        <translation>髮色紅</translation>
    </message>
    <message>
        <source>hair gray</source>
        <translation>髮色灰白</translation>
    </message>
    <message>
        <source>beard</source>
        <translation>鬍鬚</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年齡</translation>
    </message>
    <message>
        <source>masculine</source>
        <translation>偏男性</translation>
    </message>
    <message>
        <source>wrinkled nose</source>
        <translation>皺鼻</translation>
    </message>
    <message>
        <source>dimples</source>
        <translation>酒窩</translation>
    </message>
    <message>
        <source>stretched lips</source>
        <translation>嘴唇拉伸</translation>
    </message>
    <message>
        <source>pressed lips</source>
        <translation>抿唇</translation>
    </message>
    <message>
        <source>gaze to their left</source>
        <translation>視線向左</translation>
    </message>
    <message>
        <source>gaze up</source>
        <translation>視線向上</translation>
    </message>
    <message>
        <source>turn to their left</source>
        <translation>向左轉頭</translation>
    </message>
    <message>
        <source>looking up</source>
        <translation>抬頭</translation>
    </message>
    <message>
        <source>opened eyes</source>
        <translation>眼睛睜開</translation>
    </message>
    <message>
        <source>opened mouth</source>
        <translation>嘴張開</translation>
    </message>
    <message>
        <source>width of the mouth</source>
        <translation>嘴寬</translation>
    </message>
    <message>
        <source>width of the face</source>
        <translation>臉寬</translation>
    </message>
    <message>
        <source>raised cheeks</source>
        <translation>臉頰上提</translation>
    </message>
    <message>
        <source>raised outer brows</source>
        <translation>外眉上揚</translation>
    </message>
    <message>
        <source>raised upper lip</source>
        <translation>上唇抬起</translation>
    </message>
    <message>
        <source>dropped lower lip</source>
        <translation>下唇下拉</translation>
    </message>
    <message>
        <source>rolled upper lip</source>
        <translation>上唇內捲</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>corners of the mouth down</source>
        <translation>嘴角下拉</translation>
    </message>
    <message>
        <source>rolled lower lip</source>
        <translation>下唇內捲</translation>
    </message>
    <message>
        <source>pushed upper lip</source>
        <translation>上唇上頂</translation>
    </message>
    <message>
        <source>raised chin</source>
        <translation>下巴上抬</translation>
    </message>
    <message>
        <source>pucker</source>
        <translation>噘嘴</translation>
    </message>
    <message>
        <source>funnelled lips</source>
        <translation>圓唇</translation>
    </message>
    <message>
        <source>dropped jaw</source>
        <translation>張嘴</translation>
    </message>
    <message>
        <source>frown</source>
        <translation>皺眉</translation>
    </message>
    <message>
        <source>lips closed over the jaw</source>
        <translation>張頜閉唇</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>finds faces: 478 landmarks, 52 blendshapes, head pose</source>
        <translation>檢測臉孔：478 個特徵點、52 個混合變形、頭部姿態</translation>
    </message>
    <message>
        <source>tells whether two faces are one person: a vector of 128 numbers, and the 5 landmarks to align by</source>
        <translation>判斷兩張臉是否同一個人：128 維向量，以及用於對齊的 5 個特徵點</translation>
    </message>
    <message>
        <source>draws faces of 1024 pixels from latent vectors (distilled from StyleGAN2-FFHQ, OpenVINO IR)</source>
        <translation>由潛在向量生成 1024 像素臉孔（由 StyleGAN2-FFHQ 蒸餾，OpenVINO IR）</translation>
    </message>
    <message>
        <source>finds the 68 iBUG landmarks: the reference alignment of the face-to-parameter work</source>
        <translation>檢測 68 個 iBUG 特徵點：「臉孔到參數」工作的參考對齊方式</translation>
    </message>
    <message>
        <source>recognises faces (ArcFace vector of 512 numbers), finds them, and 106 landmarks</source>
        <translation>識別臉孔（512 維 ArcFace 向量）、檢測臉孔及 106 個特徵點</translation>
    </message>
    <message>
        <source>divides a face into 19 parts (skin, brows, eyes, lips, hair, ...)</source>
        <translation>把臉孔分割為 19 個部分（皮膚、眉毛、眼睛、嘴唇、頭髮等）</translation>
    </message>
    <message>
        <source>measures how different two pictures look</source>
        <translation>衡量兩張圖片看上去的差異</translation>
    </message>
    <message>
        <source>estimates 3DMM coefficients of a face</source>
        <translation>估計臉孔的 3DMM 係數</translation>
    </message>
    <message>
        <source>estimates age and gender, to label sets of pictures</source>
        <translation>估計年齡與性別，用於標註圖片集</translation>
    </message>
    <message>
        <source>finds mouth shapes in recorded speech</source>
        <translation>從錄音中識別口型</translation>
    </message>
    <message>
        <source>draws expressions by diffusion, from twelve action units</source>
        <translation>用擴散模型按十二個動作單元繪製表情</translation>
    </message>
    <message>
        <source>turns pictures into what MagicFace draws in, and back (the large network is not fetched)</source>
        <translation>把圖片轉換為 MagicFace 作畫的空間並轉換回來（不取得大型網路）</translation>
    </message>
    <message>
        <source>tells MagicFace the pose as its authors did; without it the photo&apos;s own landmarks do</source>
        <translation>按作者的方式向 MagicFace 提供頭部姿態；沒有它則使用照片自身的特徵點</translation>
    </message>
</context>
<context>
    <name>schemas</name>
    <message>
        <source>face-nn (99 values)</source>
        <translation>face-nn（99 個數值）</translation>
    </message>
    <message>
        <source>Facewright head (every shape slider)</source>
        <translation>Facewright 頭部（全部形狀滑桿）</translation>
    </message>
</context>
</TS>
