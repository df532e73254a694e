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
        <source>Open from the clipboard</source>
        <translation>從剪貼簿開啟</translation>
    </message>
    <message>
        <source>Recover unsaved work…</source>
        <translation>復原未儲存的工作…</translation>
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
        <source>Export film…</source>
        <translation>匯出影片…</translation>
    </message>
    <message>
        <source>Looks on many photos…</source>
        <translation>對多張照片套用造型…</translation>
    </message>
    <message>
        <source>Train a rig&apos;s network…</source>
        <translation>訓練綁定的網路…</translation>
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
        <source>Side by side</source>
        <translation>並排對比</translation>
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
        <source>Next photo</source>
        <translation>下一張照片</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一張照片</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>照片列</translation>
    </message>
    <message>
        <source>History</source>
        <translation>步驟記錄</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Photo alone on the whole screen</source>
        <translation>全螢幕只顯示相片</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
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
</context>
<context>
    <name>BatchDialog</name>
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
        <source>Looks on many photos</source>
        <translation>對多張照片套用造型</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>造型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Leave out what the photos carry: camera, captions, credits, notes</source>
        <translation>不寫入照片附帶的資訊：相機、說明、署名、註記</translation>
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
        <source>Writes {0} pictures as LOOK/PHOTO.png, and {1}</source>
        <translation>將寫入 {0} 張圖片（造型/照片.png）以及 {1}</translation>
    </message>
    <message>
        <source>Add photos (or drop them here) and tick at least one look.</source>
        <translation>請新增照片（或拖放到這裡），並至少勾選一個造型。</translation>
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
    <message>
        <source>Save the picture as a file first.</source>
        <translation>請先將圖片儲存為檔案。</translation>
    </message>
    <message>
        <source>Left out, for it is no picture: {0}</source>
        <translation>已略去，因為不是圖片：{0}</translation>
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
        <source>Click to edit this face</source>
        <translation>按一下編輯這張臉</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Show the original</source>
        <translation>顯示原圖</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>複製圖片</translation>
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
    <name>Device</name>
    <message>
        <source>software, no graphics card</source>
        <translation>軟體，無顯示卡</translation>
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
    <name>Drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>貼上的圖片</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>about {0} s</source>
        <translation>約 {0} 秒</translation>
    </message>
    <message>
        <source>about {0} min</source>
        <translation>約 {0} 分鐘</translation>
    </message>
    <message>
        <source>about {0} h</source>
        <translation>約 {0} 小時</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>還需 {0} 秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>還需 {0} 分鐘</translation>
    </message>
    <message>
        <source>{0} h left</source>
        <translation>還需 {0} 小時</translation>
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
        <source>Prepared faces and networks</source>
        <translation>已準備的臉孔與神經網路</translation>
    </message>
    <message>
        <source>Held now</source>
        <translation>目前佔用</translation>
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
        <source>Free memory</source>
        <translation>釋放記憶體</translation>
    </message>
    <message>
        <source>Lets go of everything held that is not in use now; what is needed again is loaded again</source>
        <translation>放開此刻未在使用的一切；再次需要時會重新載入</translation>
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
        <source>{0} MB freed</source>
        <translation>已釋放 {0} MB</translation>
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
    <name>EngineThread</name>
    <message>
        <source>Drawing in full quality</source>
        <translation>正在繪製完稿</translation>
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
        <source>Leave out what the photo carries: camera, captions, credits, notes</source>
        <translation>不寫入照片附帶的資訊：相機、說明、署名、註記</translation>
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
        <source>Cancelled; files that were finished are kept.</source>
        <translation>已取消；已完成的檔案會保留。</translation>
    </message>
</context>
<context>
    <name>ExpressionPanel</name>
    <message>
        <source>Presets</source>
        <translation>表情預設集</translation>
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
        <source>Rename preset</source>
        <translation>重新命名預設</translation>
    </message>
    <message>
        <source>Replace the preset “{0}” with what is set now?</source>
        <translation>用目前的設定取代預設「{0}」？</translation>
    </message>
    <message>
        <source>Delete the preset “{0}”?</source>
        <translation>要刪除預設集「{0}」嗎？</translation>
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
        <source>Open a photo: these sliders move the face in it.</source>
        <translation>開啟一張照片：這些滑桿會改變其中的臉孔。</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>這張照片中沒有找到臉孔。</translation>
    </message>
    <message>
        <source>Copying the expression</source>
        <translation>正在複製表情</translation>
    </message>
    <message>
        <source>Drawing the presets</source>
        <translation>正在繪製預設集</translation>
    </message>
</context>
<context>
    <name>FaceChoice</name>
    <message>
        <source>Copy the expression of a photo</source>
        <translation>複製照片中的表情</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>臉孔</translation>
    </message>
    <message>
        <source>Face {0}</source>
        <translation>臉孔 {0}</translation>
    </message>
    <message>
        <source>Whose expression in “{0}”?</source>
        <translation>「{0}」中誰的表情？</translation>
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
        <source>Not found in the photo any more:</source>
        <translation>照片中已找不到：</translation>
    </message>
    <message>
        <source>Place its {0} settings on the chosen face</source>
        <translation>將其 {0} 項設定放到所選的臉孔上</translation>
    </message>
    <message>
        <source>Face {0} of {1}</source>
        <translation>第 {0} 張臉，共 {1} 張</translation>
    </message>
    <message>
        <source>{0} · {1} not found</source>
        <translation>{0} · {1} 張未找到</translation>
    </message>
</context>
<context>
    <name>FaceCommands</name>
    <message>
        <source>Settings copied</source>
        <translation>設定已複製</translation>
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
    <name>FaceTextures</name>
    <message>
        <source>Shaping the hair</source>
        <translation>正在塑造頭髮</translation>
    </message>
    <message>
        <source>Laying the photo on the head</source>
        <translation>正在把照片鋪到頭部上</translation>
    </message>
    <message>
        <source>Laying the photos on the head</source>
        <translation>正在把照片鋪到頭部上</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Pictures and projects</source>
        <translation>圖片和專案</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Facewright projects</source>
        <translation>Facewright 專案</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
    <message>
        <source>Open portraits or projects</source>
        <translation>開啟人像或專案</translation>
    </message>
    <message>
        <source>Project in use</source>
        <translation>專案正在使用</translation>
    </message>
    <message>
        <source>You can look at it and save it under another name. Take it over only if you know the other editor: it will be asked before it saves over your work.</source>
        <translation>您可以檢視它，並以其他名稱儲存。僅當您知道另一個編輯器是誰的時才接管：它在覆寫您的工作之前會先詢問。</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>以唯讀方式開啟</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>“{0}” was changed by somebody else since you opened it.</source>
        <translation>「{0}」在您開啟之後被其他人更改過。</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>儲存專案</translation>
    </message>
    <message>
        <source>Replacing it loses what they saved. Your work is not saved yet.</source>
        <translation>取代會失去他們儲存的內容。您的工作尚未儲存。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存新檔…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>“{0}” is open in another Facewright.</source>
        <translation>「{0}」已在另一個 Facewright 中開啟。</translation>
    </message>
    <message>
        <source>“{0}” is open in another Facewright: {1}, since {2}.</source>
        <translation>「{0}」已在另一個 Facewright 中開啟：{1}，始於 {2}。</translation>
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
        <source>They go into the project; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>它們會儲存到專案中；相片本身保持不變。否則將會遺失。</translation>
    </message>
    <message>
        <source>They are saved as a project beside the photo; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改會以專案形式儲存在照片旁邊，照片本身維持不變。否則修改會遺失。</translation>
    </message>
    <message>
        <source>They are saved as a project where you choose; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改會以專案形式儲存在您選擇的位置，照片本身維持不變。否則修改會遺失。</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Export film</source>
        <translation>匯出影片</translation>
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
        <source>As the photo</source>
        <translation>與照片相同</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} 像素</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>長邊</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒影格數</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Write film</source>
        <translation>寫出影片</translation>
    </message>
    <message>
        <source>Stopped. What was drawn is kept and used the next time.</source>
        <translation>已停止。已繪製的部分會保留，下次繼續使用。</translation>
    </message>
    <message>
        <source>Written: {0} frames, {1} s</source>
        <translation>已寫出：{0} 格，{1} 秒</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
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
        <translation>只顯示改動過的</translation>
    </message>
    <message>
        <source>Show only favourites</source>
        <translation>只顯示收藏</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部顯示</translation>
    </message>
    <message>
        <source>Changed favourites only: {0} of {1}</source>
        <translation>僅改動過的收藏：{0} / {1}</translation>
    </message>
    <message>
        <source>Changed only: {0} of {1}</source>
        <translation>僅改動過的：{0} / {1}</translation>
    </message>
    <message>
        <source>Favourites only: {0} of {1}</source>
        <translation>僅收藏：{0} / {1}</translation>
    </message>
    <message>
        <source>Nothing of what is shown is called “{0}”.</source>
        <translation>所顯示的內容中沒有名為「{0}」的項目。</translation>
    </message>
    <message>
        <source>Nothing is called “{0}”.</source>
        <translation>沒有名為「{0}」的項目。</translation>
    </message>
    <message>
        <source>There are no favourites yet. The star before a name makes it one.</source>
        <translation>還沒有收藏。點名稱前的星號即可收藏。</translation>
    </message>
    <message>
        <source>None of the favourites is changed.</source>
        <translation>收藏中沒有改動過的項目。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>還沒有任何改動。</translation>
    </message>
</context>
<context>
    <name>FinalRenderer</name>
    <message>
        <source>{0} waits until the face is found</source>
        <translation>{0} 要等找到這張臉</translation>
    </message>
</context>
<context>
    <name>FinalRendererButton</name>
    <message>
        <source>Final picture by</source>
        <translation>完稿繪製方式</translation>
    </message>
    <message>
        <source>Who draws the final picture when your hand rests</source>
        <translation>停手後由誰繪製完稿</translation>
    </message>
    <message>
        <source>{0} cannot draw here: {1}</source>
        <translation>{0} 無法在這部電腦上繪製：{1}</translation>
    </message>
</context>
<context>
    <name>FinalRendererPanel</name>
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
        <source>The generator draws this person with closed eyes, smiling and at rest; the puppet blends that in. It works in the background.</source>
        <translation>生成器畫出這個人閉眼、微笑和平靜的樣子，木偶將其融合進來。在背景進行。</translation>
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
        <source>The engine is still starting.</source>
        <translation>引擎仍在啟動。</translation>
    </message>
    <message>
        <source>Drawn with: {0}</source>
        <translation>繪製使用：{0}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在啟動…</translation>
    </message>
    <message>
        <source>The engine draws with: {0}</source>
        <translation>引擎繪製方式：{0}</translation>
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
    <name>GroupMenu</name>
    <message>
        <source>Reset group</source>
        <translation>重設本組</translation>
    </message>
    <message>
        <source>Lock group</source>
        <translation>鎖定本組</translation>
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
    <name>HairButton</name>
    <message>
        <source>Hair, brows, beard, glasses</source>
        <translation>頭髮、眉毛、鬍鬚、眼鏡</translation>
    </message>
    <message>
        <source>What the head wears: the photo&apos;s own hair, with the photo&apos;s skin, or hair, brows, beard and glasses from stock</source>
        <translation>頭部佩戴的內容：照片中的頭髮（配合照片的皮膚），或現成的頭髮、眉毛、鬍鬚和眼鏡</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>頭髮</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>鬍鬚</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼鏡</translation>
    </message>
    <message>
        <source>From the photo</source>
        <translation>來自照片</translation>
    </message>
    <message>
        <source>What suits the photo</source>
        <translation>與照片相配</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Afro</source>
        <translation>爆炸頭</translation>
    </message>
    <message>
        <source>Bob</source>
        <translation>鮑伯頭</translation>
    </message>
    <message>
        <source>Bun</source>
        <translation>髮髻</translation>
    </message>
    <message>
        <source>Buzz cut</source>
        <translation>平頭</translation>
    </message>
    <message>
        <source>Curly</source>
        <translation>捲髮</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>長髮</translation>
    </message>
    <message>
        <source>Ponytail</source>
        <translation>馬尾</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短髮</translation>
    </message>
    <message>
        <source>Side part</source>
        <translation>側分</translation>
    </message>
    <message>
        <source>Wavy</source>
        <translation>波浪</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>纖細</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>濃密</translation>
    </message>
    <message>
        <source>Natural</source>
        <translation>自然</translation>
    </message>
    <message>
        <source>Straight</source>
        <translation>平直</translation>
    </message>
    <message>
        <source>Goatee</source>
        <translation>山羊鬍</translation>
    </message>
    <message>
        <source>Moustache</source>
        <translation>小鬍子</translation>
    </message>
    <message>
        <source>Stubble</source>
        <translation>鬍渣</translation>
    </message>
    <message>
        <source>Rectangular</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>圓形</translation>
    </message>
</context>
<context>
    <name>HeadNotes</name>
    <message>
        <source>Get…</source>
        <translation>取得…</translation>
    </message>
    <message>
        <source>Get the model {0}, which helps…</source>
        <translation>取得有幫助的模型 {0}…</translation>
    </message>
</context>
<context>
    <name>HeadTools</name>
    <message>
        <source>Turntable</source>
        <translation>轉台</translation>
    </message>
    <message>
        <source>Let the head turn by itself, until a hand takes hold of it</source>
        <translation>讓頭部自己轉動，直到用手抓住它</translation>
    </message>
    <message>
        <source>Turned as in the photo</source>
        <translation>與照片同向</translation>
    </message>
    <message>
        <source>Turn the head as the face in the photo is turned</source>
        <translation>讓頭部轉到與照片中的臉相同的方向</translation>
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
        <source>Mesh</source>
        <translation>網格</translation>
    </message>
    <message>
        <source>Show the head&apos;s mesh over it</source>
        <translation>在頭部上顯示它的網格</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>燈光</translation>
    </message>
    <message>
        <source>Choose the light, or drag it to where it is wanted</source>
        <translation>選擇燈光，或把它拖到想要的方向</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Keep this head as A and see it beside what is set from now on</source>
        <translation>把這個頭部留作 A，與此後設定的並排檢視</translation>
    </message>
    <message>
        <source>Studio light</source>
        <translation>攝影棚光</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>柔光</translation>
    </message>
    <message>
        <source>Hard light from a side</source>
        <translation>側面硬光</translation>
    </message>
    <message>
        <source>Drag moves the light</source>
        <translation>拖曳時移動燈光</translation>
    </message>
    <message>
        <source>Light where it was</source>
        <translation>燈光放回原處</translation>
    </message>
    <message>
        <source>Keep this head as A</source>
        <translation>把這個頭部留作 A</translation>
    </message>
    <message>
        <source>A beside what is set now</source>
        <translation>A 與現在的並排</translation>
    </message>
    <message>
        <source>Set what A has</source>
        <translation>改用 A 的數值</translation>
    </message>
    <message>
        <source>Forget A</source>
        <translation>不再保留 A</translation>
    </message>
</context>
<context>
    <name>HeadViewport</name>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double-click to look straight at it</source>
        <translation>拖曳旋轉，滾輪縮放，按兩下回到正面</translation>
    </message>
    <message>
        <source>Look straight at it</source>
        <translation>正面觀看</translation>
    </message>
    <message>
        <source>From its left</source>
        <translation>從它的左側</translation>
    </message>
    <message>
        <source>From its right</source>
        <translation>從它的右側</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>在說明中搜尋</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入門</translation>
    </message>
    <message>
        <source>Nothing in help has these words.</source>
        <translation>說明中沒有包含這些詞的內容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
    <message>
        <source>History</source>
        <translation>步驟記錄</translation>
    </message>
    <message>
        <source>face {0}</source>
        <translation>臉 {0}</translation>
    </message>
</context>
<context>
    <name>InversionCard</name>
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
        <source>PSNR in dB, higher is nearer. LPIPS, 0 is the same. ID: cosine of a face recogniser&apos;s numbers, 1 is the same person.</source>
        <translation>PSNR 以 dB 計，越高越接近。LPIPS：0 為完全相同。ID：人臉辨識向量的餘弦，1 為同一個人。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Look for a better likeness in the background</source>
        <translation>在背景繼續尋找更像的結果</translation>
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
        <source>The generator looks for this face first</source>
        <translation>生成器先尋找這張臉</translation>
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
    <name>JobSign</name>
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
    <name>Lanes</name>
    <message>
        <source>Takes and keys</source>
        <translation>片段與關鍵影格</translation>
    </message>
    <message>
        <source>Switch recording on, put the playhead somewhere and move a slider: that becomes a key. Or load a take.</source>
        <translation>開啟錄製，把播放頭放到某處並移動滑桿，就會產生關鍵影格。也可以載入片段。</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>片段 {0}</translation>
    </message>
</context>
<context>
    <name>LikenessRow</name>
    <message>
        <source>Plain</source>
        <translation>素皮膚</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The head in plain game skin, as the rig&apos;s values alone make it</source>
        <translation>素皮膚的頭部，只由角色參數決定</translation>
    </message>
    <message>
        <source>The head with the skin, eyes and hair of the photo, and what of the face&apos;s shape the rig cannot say</source>
        <translation>頭部帶有照片中的皮膚、眼睛和頭髮，以及參數無法表達的臉形</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似程度</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s face the head shows over the plain one</source>
        <translation>頭部顯示照片中面容的程度，其餘為素皮膚頭部</translation>
    </message>
</context>
<context>
    <name>LiveLinkButton</name>
    <message>
        <source>Live link</source>
        <translation>即時連結</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Address of the machine to send to, in numbers; nothing for this one:</source>
        <translation>要傳送到的電腦位址（數字形式）；留空表示本機：</translation>
    </message>
    <message>
        <source>Send the head&apos;s movement to {0}, beyond this machine? It is not encrypted: whoever listens on the way can see it.</source>
        <translation>要把頭部動作傳送到本機以外的 {0} 嗎？內容未加密：途中監聽的人都能看到。</translation>
    </message>
    <message>
        <source>To {0}…</source>
        <translation>傳送到 {0}…</translation>
    </message>
    <message>
        <source>To another machine…</source>
        <translation>傳送到另一台電腦…</translation>
    </message>
    <message>
        <source>The head is sent to {0} as it moves</source>
        <translation>頭部動作正在即時傳送到 {0}</translation>
    </message>
    <message>
        <source>The head is sent to other programs on this machine as it moves</source>
        <translation>頭部活動時會即時傳送給本機上的其他程式</translation>
    </message>
    <message>
        <source>Send the head to an engine as it moves</source>
        <translation>把頭部動作即時傳送到引擎</translation>
    </message>
</context>
<context>
    <name>LivePreview</name>
    <message>
        <source>Preparing the face</source>
        <translation>正在準備臉孔</translation>
    </message>
</context>
<context>
    <name>LookList</name>
    <message>
        <source>The look that is set now</source>
        <translation>目前設定的造型</translation>
    </message>
    <message>
        <source>Nothing is set on the face.</source>
        <translation>臉上沒有任何設定。</translation>
    </message>
    <message>
        <source>{0} cannot follow this look.</source>
        <translation>{0} 無法表現此造型。</translation>
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
        <source>Choose face</source>
        <translation>選擇臉孔</translation>
    </message>
    <message>
        <source>{0} (read-only)</source>
        <translation>{0}（唯讀）</translation>
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
        <source>Show…</source>
        <translation>顯示…</translation>
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
        <source>Downloads are switched off in the settings. Allow them, and get {0}?</source>
        <translation>下載已在設定中關閉。要允許下載並取得 {0} 嗎？</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Files not known</source>
        <translation>檔案未知</translation>
    </message>
    <message>
        <source>Nobody who wrote Facewright has seen the files of {0}. What comes now is kept as right; anything else is refused later. Get it?</source>
        <translation>Facewright 的作者都沒有見過 {0} 的檔案。現在得到的會被當作正確的保留下來；以後不同的一律拒絕。要取得嗎？</translation>
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
    <name>PersonPhotos</name>
    <message>
        <source>Looking at the photos</source>
        <translation>正在查看照片</translation>
    </message>
</context>
<context>
    <name>PersonPhotosDialog</name>
    <message>
        <source>Photos of this person</source>
        <translation>此人的照片</translation>
    </message>
    <message>
        <source>The head&apos;s skin and shape are made of all of them: at each place of the photo that shows it best. Hair, pose and expression are those of photo 1. They are kept in the project.</source>
        <translation>頭部的皮膚和形狀由所有照片共同產生：每一處取顯示得最好的那張。頭髮、姿勢和表情取自照片 1。照片保存在專案中。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>加入檔案…</translation>
    </message>
    <message>
        <source>From the tray</source>
        <translation>從照片列</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The photo that is open</source>
        <translation>開啟的照片</translation>
    </message>
    <message>
        <source>Without photo {0}</source>
        <translation>不用照片 {0}</translation>
    </message>
    <message>
        <source>Looking at the photos</source>
        <translation>正在查看照片</translation>
    </message>
    <message>
        <source>This may be somebody else.</source>
        <translation>這可能是別人。</translation>
    </message>
    <message>
        <source>Looking at the photos…</source>
        <translation>正在查看照片…</translation>
    </message>
    <message>
        <source>{0} photos at most</source>
        <translation>最多 {0} 張照片</translation>
    </message>
    <message>
        <source>More photos of this person</source>
        <translation>此人的更多照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
</context>
<context>
    <name>PhotoAlone</name>
    <message>
        <source>The panels are put away. Tab brings them back.</source>
        <translation>面板已收起，按 Tab 鍵恢復。</translation>
    </message>
    <message>
        <source>Esc or F11 brings everything back.</source>
        <translation>按 Esc 或 F11 恢復全部介面。</translation>
    </message>
</context>
<context>
    <name>PhotoView</name>
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
        <source>No face was found in this picture</source>
        <translation>這張圖片中沒有找到臉孔</translation>
    </message>
</context>
<context>
    <name>PictureCopy</name>
    <message>
        <source>Copying the picture</source>
        <translation>正在複製圖片</translation>
    </message>
    <message>
        <source>Picture copied, {0} × {1} pixels</source>
        <translation>已複製圖片，{0} × {1} 像素</translation>
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
        <source>Save what is set now as a preset of your own</source>
        <translation>把目前設定儲存為自己的預設集</translation>
    </message>
    <message>
        <source>Copy the expression of another photo onto this face</source>
        <translation>把另一張照片的表情複製到這張臉上</translation>
    </message>
    <message>
        <source>Presets that do not smile take the photo&apos;s own smile out first</source>
        <translation>不含笑容的預設會先去掉照片中原有的笑容</translation>
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
        <source>Rename…</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Replace with what is set…</source>
        <translation>取代為目前設定…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>刪除…</translation>
    </message>
    <message>
        <source>It comes with Facewright: save a preset of your own instead</source>
        <translation>隨 Facewright 附帶：請另存一個自己的預設</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>%1 File</source>
        <translation>%1 檔案</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>磁碟機</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>捷徑</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查詢範圍(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>開啟最近的檔案</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清除清單</translation>
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
        <source>Kept on {0} · cannot be read</source>
        <translation>保留於 {0} · 無法讀取</translation>
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
    <name>RegionSources</name>
    <message>
        <source>Take {0} from A</source>
        <translation>從 A 取{0}</translation>
    </message>
    <message>
        <source>Take {0} from a file: values, a project, a photo…</source>
        <translation>從檔案取{0}：數值、專案、照片…</translation>
    </message>
    <message>
        <source>Take {0} from the history: {1}</source>
        <translation>從歷史取{0}：{1}</translation>
    </message>
    <message>
        <source>A head to take {0} from</source>
        <translation>從哪個頭取{0}</translation>
    </message>
    <message>
        <source>Looking for the head</source>
        <translation>正在尋找頭部</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Get the model…</source>
        <translation>取得模型…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Find this face…</source>
        <translation>尋找這張臉…</translation>
    </message>
</context>
<context>
    <name>RendererBox</name>
    <message>
        <source>Drawn by</source>
        <translation>繪製方式</translation>
    </message>
</context>
<context>
    <name>Renderers</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{0} cannot draw this</source>
        <translation>{0} 畫不出這一項</translation>
    </message>
    <message>
        <source>{0} moves both sides alike: {1}</source>
        <translation>{0} 只能左右一致：{1}</translation>
    </message>
    <message>
        <source>{0} cannot follow {1}</source>
        <translation>{0} 無法表現：{1}</translation>
    </message>
</context>
<context>
    <name>RigActions</name>
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
        <source>Blend with other heads…</source>
        <translation>與其他頭部混合…</translation>
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
        <source>Fitting the rig</source>
        <translation>正在擬合綁定</translation>
    </message>
    <message>
        <source>Stop the fit; nothing is changed</source>
        <translation>停止擬合；什麼都不會改變</translation>
    </message>
    <message>
        <source>Import rig values</source>
        <translation>匯入綁定數值</translation>
    </message>
    <message>
        <source>Rig values</source>
        <translation>綁定數值</translation>
    </message>
</context>
<context>
    <name>RigBlendDialog</name>
    <message>
        <source>Blend heads</source>
        <translation>混合頭部</translation>
    </message>
    <message>
        <source>Add a head</source>
        <translation>新增頭部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set on the face</source>
        <translation>用於這張臉</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>現在的樣子</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>各佔多少</translation>
    </message>
    <message>
        <source>Regions of one head</source>
        <translation>只取自一個頭部的區域</translation>
    </message>
    <message>
        <source>By weights</source>
        <translation>按權重</translation>
    </message>
    <message>
        <source>Without this head</source>
        <translation>去掉這個頭部</translation>
    </message>
    <message>
        <source>From files: values, projects, photos…</source>
        <translation>來自檔案：數值、專案、照片…</translation>
    </message>
    <message>
        <source>History: {0}</source>
        <translation>歷史：{0}</translation>
    </message>
    <message>
        <source>Heads to blend with</source>
        <translation>要混合的頭部</translation>
    </message>
    <message>
        <source>Looking for the head</source>
        <translation>正在尋找頭部</translation>
    </message>
    <message>
        <source>Drawing the head</source>
        <translation>正在繪製頭部</translation>
    </message>
</context>
<context>
    <name>RigHead</name>
    <message>
        <source>Looking at the photo&apos;s face</source>
        <translation>正在檢視照片中的臉</translation>
    </message>
    <message>
        <source>Building the head…</source>
        <translation>正在建立頭部…</translation>
    </message>
    <message>
        <source>Building the head</source>
        <translation>正在建立頭部</translation>
    </message>
    <message>
        <source>Drawing the head</source>
        <translation>正在繪製頭部</translation>
    </message>
</context>
<context>
    <name>RigPanel</name>
    <message>
        <source>More photos of this person…</source>
        <translation>此人的更多照片…</translation>
    </message>
    <message>
        <source>Show the head beside the photo</source>
        <translation>在照片旁顯示頭部</translation>
    </message>
    <message>
        <source>Fitted; values that you moved meanwhile stay: {0}</source>
        <translation>已擬合；期間你移動過的數值保持不變：{0} 個</translation>
    </message>
    <message>
        <source>The head is made of {0} photos of this person…</source>
        <translation>頭部由此人的 {0} 張照片產生…</translation>
    </message>
    <message>
        <source>Open a photo: the head is fitted to the face in it.</source>
        <translation>開啟一張照片：頭部會依其中的臉孔擬合。</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>這張照片中沒有找到臉孔。</translation>
    </message>
    <message>
        <source>Fit: as in the photo</source>
        <translation>擬合：與照片一致</translation>
    </message>
    <message>
        <source>There is no room for the head beside the photo</source>
        <translation>照片旁沒有放頭部模型的空間</translation>
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
</context>
<context>
    <name>RigWishes</name>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Any engine</source>
        <translation>任何引擎</translation>
    </message>
    <message>
        <source>As the person in the photo: its texture, and the shape that the rig lacks</source>
        <translation>與照片中的人一樣：照片的紋理，以及綁定無法表達的形狀</translation>
    </message>
    <message>
        <source>Texture size</source>
        <translation>紋理尺寸</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用於</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Move left and right together</source>
        <translation>左右連動</translation>
    </message>
    <message>
        <source>Copy left to right</source>
        <translation>將左側複製到右側</translation>
    </message>
    <message>
        <source>Copy right to left</source>
        <translation>將右側複製到左側</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>重設{0}</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Playhead</source>
        <translation>播放頭</translation>
    </message>
    <message>
        <source>Drag to look at another moment; the ends of the film can be dragged, too</source>
        <translation>拖曳以查看另一時刻；影片的兩端也可以拖曳</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>There is already {0}. Replace?</source>
        <translation>{0} 已存在。要取代嗎？</translation>
    </message>
</context>
<context>
    <name>SchemaRow</name>
    <message>
        <source>Rig</source>
        <translation>綁定</translation>
    </message>
    <message>
        <source>Role shape</source>
        <translation>角色體型</translation>
    </message>
    <message>
        <source>{0}, as in this project</source>
        <translation>{0}（此專案中的）</translation>
    </message>
    <message>
        <source>Load schema…</source>
        <translation>載入規格…</translation>
    </message>
    <message>
        <source>Load schema</source>
        <translation>載入規格</translation>
    </message>
    <message>
        <source>Rig schemas</source>
        <translation>綁定規格</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
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
        <source>Try one where the face is larger, sharper, or less turned away, or turn the photo the right way up.</source>
        <translation>請換一張臉孔更大、更清晰或更正面的圖片，或把圖片轉正。</translation>
    </message>
    <message>
        <source>Faces that are not found any more are kept; “Choose face” places them.</source>
        <translation>已找不到的臉會保留；可用「選擇臉孔」放置它們。</translation>
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
        <source>As much as suits this machine ({0} MB)</source>
        <translation>適合本機的大小（{0} MB）</translation>
    </message>
    <message>
        <source>The graphics card, where there is one</source>
        <translation>顯示卡（如果有）</translation>
    </message>
    <message>
        <source>In software</source>
        <translation>軟體繪製</translation>
    </message>
    <message>
        <source>In software, without OpenGL (slow)</source>
        <translation>軟體繪製，不用 OpenGL（慢）</translation>
    </message>
    <message>
        <source>Models may be downloaded when I ask for them</source>
        <translation>在我要求時允許下載模型</translation>
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
        <source>Memory for faces and networks</source>
        <translation>臉孔與神經網路的記憶體</translation>
    </message>
    <message>
        <source>Draw with</source>
        <translation>繪製方式</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Preview size, memory and what draws count from the next start. Export always draws at the photo&apos;s own size.</source>
        <translation>預覽大小、記憶體和繪製方式從下次啟動起生效。匯出一律按相片本身的尺寸繪製。</translation>
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
    <name>ShortcutOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>鍵盤快速鍵</translation>
    </message>
    <message>
        <source>Any key closes this. F1 opens help.</source>
        <translation>按任意鍵關閉。F1 開啟說明。</translation>
    </message>
    <message>
        <source>{0} of {1}: ← and → turn the page, any other key closes this. F1 opens help.</source>
        <translation>第 {0} 頁，共 {1} 頁：← 和 → 翻頁，按其他任意鍵關閉。F1 開啟說明。</translation>
    </message>
</context>
<context>
    <name>SideEdges</name>
    <message>
        <source>Scroll left</source>
        <translation>向左捲動</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>向右捲動</translation>
    </message>
</context>
<context>
    <name>TakeWork</name>
    <message>
        <source>Loading {0}</source>
        <translation>正在載入 {0}</translation>
    </message>
    <message>
        <source>Turning the take into keys</source>
        <translation>正在把片段轉成關鍵影格</translation>
    </message>
</context>
<context>
    <name>TimelinePlace</name>
    <message>
        <source>Recordings and videos ({0})</source>
        <translation>錄製資料與影片 ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Load a take</source>
        <translation>載入片段</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Key at the playhead</source>
        <translation>在播放頭處加關鍵影格</translation>
    </message>
    <message>
        <source>Show the curve</source>
        <translation>顯示曲線</translation>
    </message>
    <message>
        <source>Stay until the next key</source>
        <translation>保持到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Go straight to the next key</source>
        <translation>直線過渡到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Go smoothly to the next key</source>
        <translation>平滑過渡到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Copy keys</source>
        <translation>複製關鍵影格</translation>
    </message>
    <message>
        <source>Paste keys at the playhead</source>
        <translation>在播放頭處貼上關鍵影格</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>刪除關鍵影格</translation>
    </message>
    <message>
        <source>Delete the whole curve</source>
        <translation>刪除整條曲線</translation>
    </message>
    <message>
        <source>Turn the take into keys</source>
        <translation>把片段轉成關鍵影格</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>移除片段</translation>
    </message>
</context>
<context>
    <name>ToolRow</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>TrainingCurve</name>
    <message>
        <source>steps</source>
        <translation>步數</translation>
    </message>
    <message>
        <source>Curve of the training</source>
        <translation>訓練曲線</translation>
    </message>
    <message>
        <source>learnt from</source>
        <translation>用於學習</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>保留部分</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Train a rig&apos;s network</source>
        <translation>訓練綁定的網路</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>Imitator, small (256 pixels)</source>
        <translation>模仿網路，小型（256 像素）</translation>
    </message>
    <message>
        <source>Imitator, draft (128 pixels)</source>
        <translation>模仿網路，草稿（128 像素）</translation>
    </message>
    <message>
        <source>Imitator, as published (512 pixels)</source>
        <translation>模仿網路，原版（512 像素）</translation>
    </message>
    <message>
        <source>Regressor: values at one look</source>
        <translation>迴歸網路：一眼看出數值</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>Training folder</source>
        <translation>訓練資料夾</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步數</translation>
    </message>
    <message>
        <source>What it has learnt: above what was to be drawn, below what it draws</source>
        <translation>已學到的：上面是要畫的，下面是它畫的</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>訓練</translation>
    </message>
    <message>
        <source>Stopped. What it has learnt is kept.</source>
        <translation>已停止。學到的內容已保留。</translation>
    </message>
    <message>
        <source>Learnt, {0} steps: {1}</source>
        <translation>已學完 {0} 步：{1}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Close the timeline</source>
        <translation>關閉時間軸</translation>
    </message>
    <message>
        <source>Close the timeline; what lies on it stays</source>
        <translation>關閉時間軸；其中的內容保留</translation>
    </message>
    <message>
        <source>To the beginning of the film</source>
        <translation>到影片開頭</translation>
    </message>
    <message>
        <source>To the key before</source>
        <translation>到上一個關鍵影格</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空白鍵</translation>
    </message>
    <message>
        <source>To the next key</source>
        <translation>到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Record: what a slider is moved to becomes a key</source>
        <translation>錄製：移動滑桿即產生關鍵影格</translation>
    </message>
    <message>
        <source>Play it again and again</source>
        <translation>循環播放</translation>
    </message>
    <message>
        <source>Keep to whole frames</source>
        <translation>貼齊整影格</translation>
    </message>
    <message>
        <source>Stay until the next key</source>
        <translation>保持到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Go straight to the next key</source>
        <translation>直線過渡到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Go smoothly to the next key</source>
        <translation>平滑過渡到下一個關鍵影格</translation>
    </message>
    <message>
        <source>Load a take…</source>
        <translation>載入片段…</translation>
    </message>
    <message>
        <source>Turn the take into keys</source>
        <translation>把片段轉成關鍵影格</translation>
    </message>
    <message>
        <source>See the whole film</source>
        <translation>顯示整部影片</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暫停</translation>
    </message>
    <message>
        <source>Recording: sliders set keys</source>
        <translation>錄製中：滑桿會產生關鍵影格</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已選 {0} 個</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Saving</source>
        <translation>正在儲存</translation>
    </message>
</context>
<context>
    <name>TrayBar</name>
    <message>
        <source>Close the tray; the photo stays open</source>
        <translation>關閉照片列；目前的照片仍保持開啟</translation>
    </message>
    <message>
        <source>Close the tray</source>
        <translation>關閉照片列</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Looks on these photos…</source>
        <translation>對這些照片套用造型…</translation>
    </message>
    <message>
        <source>Take out of the tray</source>
        <translation>從照片列移除</translation>
    </message>
</context>
<context>
    <name>TrayList</name>
    <message>
        <source>Tray</source>
        <translation>照片列</translation>
    </message>
</context>
<context>
    <name>UnsavedPhotos</name>
    <message>
        <source>{0} photos have unsaved changes.</source>
        <translation>{0} 張照片有未儲存的修改。</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要儲存對「{0}」的修改嗎？</translation>
    </message>
    <message>
        <source>{0}. Each is saved as a project beside its photo, or in “{1}” where it cannot lie there; the photos themselves stay as they are. Otherwise the changes are lost.</source>
        <translation>{0}。每張都會以專案形式儲存在照片旁邊，無法放在那裡時儲存在「{1}」中；照片本身維持不變。否則這些修改會遺失。</translation>
    </message>
    <message>
        <source>They go into the project; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>它們會儲存到專案中；相片本身保持不變。否則將會遺失。</translation>
    </message>
    <message>
        <source>They are saved as a project beside the photo; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改會以專案形式儲存在照片旁邊，照片本身維持不變。否則修改會遺失。</translation>
    </message>
    <message>
        <source>They are saved as a project in “{0}”; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改會以專案形式儲存在「{0}」中，照片本身維持不變。否則修改會遺失。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未儲存的修改</translation>
    </message>
    <message>
        <source>{0}. Each is saved as a project beside its photo; the photos themselves stay as they are. Otherwise the changes are lost.</source>
        <translation>{0}。每張都會以專案形式儲存在照片旁邊，照片本身維持不變。否則這些修改會遺失。</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>全部儲存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
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
    <name>ValueMenu</name>
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
</context>
<context>
    <name>VariationStrip</name>
    <message>
        <source>Character</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Asymmetry</source>
        <translation>不對稱</translation>
    </message>
    <message>
        <source>How far left and right differ: 0 % both alike, 100 % as they are</source>
        <translation>左右相差多少：0 % 完全一樣，100 % 保持現狀</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>隨機</translation>
    </message>
    <message>
        <source>How far from the average a random character may lie</source>
        <translation>隨機角色可以偏離平均多遠</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>No face in this picture</source>
        <translation>圖片中沒有臉孔</translation>
    </message>
    <message>
        <source>attributes wait until the face is found</source>
        <translation>屬性要等找到這張臉</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原圖</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>{0}, drawn in {1}</source>
        <translation>{0}，用時 {1}</translation>
    </message>
    <message>
        <source>Final · {0}</source>
        <translation>完稿 · {0}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>{0} fps</source>
        <translation>{0} 幀/秒</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>完稿</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} ms</source>
        <translation>{0} 毫秒</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Looks like the photo</source>
        <translation>像相片中的人</translation>
    </message>
    <message>
        <source>Looks a little different</source>
        <translation>有些不像</translation>
    </message>
    <message>
        <source>Looks like somebody else</source>
        <translation>像另一個人</translation>
    </message>
    <message>
        <source>How far the edited face is from the original, by a face recogniser: {0}. Up to {1} it is surely the same person, above {2} other people are as near.</source>
        <translation>人臉辨識測得的編輯後與原圖的距離：{0}。不超過 {1} 肯定是同一個人，超過 {2} 則別人也同樣接近。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>把人像拖放到這裡</translation>
    </message>
    <message>
        <source>A picture ({0}) or a Facewright project</source>
        <translation>圖片（{0}）或 Facewright 專案</translation>
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
        <source>Neutral</source>
        <translation>無表情</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Half smile</source>
        <translation>淺笑</translation>
    </message>
    <message>
        <source>Start with a sample</source>
        <translation>從範例開始</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Show the panels (Tab)</source>
        <translation>顯示面板（Tab）</translation>
    </message>
</context>
<context>
    <name>_Photos</name>
    <message>
        <source>has unsaved changes</source>
        <translation>有未儲存的修改</translation>
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
        <source>Take out smile</source>
        <translation>去掉笑容</translation>
    </message>
    <message>
        <source>unsmiling</source>
        <translation>不笑</translation>
    </message>
    <message>
        <source>Takes the smile that the photo shows out of the face and closes its lips, before anything else is added; nothing on a face that does not smile. Presets that do not smile set it.</source>
        <translation>先去掉照片中原有的笑容並閉合嘴唇，再疊加其他調整；對不笑的臉沒有作用。不含笑容的預設會設定此項。</translation>
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
        <source>Take</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How much of the take counts beside what is set, and beside other takes at the same time.</source>
        <translation>片段相對於已設定的數值和同一時刻其他片段所占的比重。</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>淡入淡出</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>slowly</source>
        <translation>緩慢</translation>
    </message>
    <message>
        <source>Seconds in which the take comes in and goes out.</source>
        <translation>片段淡入和淡出所用的秒數。</translation>
    </message>
    <message>
        <source>still</source>
        <translation>不動</translation>
    </message>
    <message>
        <source>three times</source>
        <translation>三倍</translation>
    </message>
    <message>
        <source>By how much this part of the face moves: 0 not at all, 100 as recorded.</source>
        <translation>臉部這一部分的運動幅度：0 為不動，100 為錄製時的幅度。</translation>
    </message>
    <message>
        <source>Brow style</source>
        <translation>眉形</translation>
    </message>
    <message>
        <source>Eye blink</source>
        <translation>眨眼</translation>
    </message>
    <message>
        <source>Eye look down</source>
        <translation>眼睛向下看</translation>
    </message>
    <message>
        <source>Eye look in</source>
        <translation>眼睛向內看</translation>
    </message>
    <message>
        <source>Eye look out</source>
        <translation>眼睛向外看</translation>
    </message>
    <message>
        <source>Eye look up</source>
        <translation>眼睛向上看</translation>
    </message>
    <message>
        <source>Eye squint</source>
        <translation>瞇眼</translation>
    </message>
    <message>
        <source>Eye wide</source>
        <translation>睜大眼</translation>
    </message>
    <message>
        <source>Mouth smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Mouth frown</source>
        <translation>嘴角下垂</translation>
    </message>
    <message>
        <source>Mouth dimple</source>
        <translation>嘴角酒窩</translation>
    </message>
    <message>
        <source>Mouth stretch</source>
        <translation>嘴角拉伸</translation>
    </message>
    <message>
        <source>Mouth press</source>
        <translation>抿嘴</translation>
    </message>
    <message>
        <source>Mouth lower down</source>
        <translation>下唇下拉</translation>
    </message>
    <message>
        <source>Mouth upper up</source>
        <translation>上唇上提</translation>
    </message>
    <message>
        <source>Brow down</source>
        <translation>眉毛下壓</translation>
    </message>
    <message>
        <source>Brow outer up</source>
        <translation>眉尾上揚</translation>
    </message>
    <message>
        <source>Cheek squint</source>
        <translation>臉頰上擠</translation>
    </message>
    <message>
        <source>Nose sneer</source>
        <translation>皺鼻</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>開心</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情緒</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>生氣</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>悲傷</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>放鬆</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>驚訝</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa（啊）</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>語音</translation>
    </message>
    <message>
        <source>Ih</source>
        <translation>Ih（衣）</translation>
    </message>
    <message>
        <source>Ou</source>
        <translation>Ou（烏）</translation>
    </message>
    <message>
        <source>Ee</source>
        <translation>Ee（誒）</translation>
    </message>
    <message>
        <source>Oh</source>
        <translation>Oh（哦）</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>向上看</translation>
    </message>
    <message>
        <source>Look down</source>
        <translation>向下看</translation>
    </message>
    <message>
        <source>Look left</source>
        <translation>向左看</translation>
    </message>
    <message>
        <source>Look right</source>
        <translation>向右看</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>無表情</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步數</translation>
    </message>
    <message>
        <source>MagicFace</source>
        <translation>MagicFace</translation>
    </message>
    <message>
        <source>50 as published, 20 or 10 to be quicker.</source>
        <translation>發表時的設定為 50；20 或 10 較快。</translation>
    </message>
    <message>
        <source>{0} (as published)</source>
        <translation>{0}（發布時的值）</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引導強度</translation>
    </message>
    <message>
        <source>How far to go towards what is asked: 1.5 as published, 3 as in its paper; below 1 is none.</source>
        <translation>往要求的方向走多遠：發表時的設定為 1.5，論文中為 3；低於 1 表示不引導。</translation>
    </message>
    <message>
        <source>{0} (as in the paper)</source>
        <translation>{0}（論文中的值）</translation>
    </message>
    <message>
        <source>Redraws</source>
        <translation>重繪範圍</translation>
    </message>
    <message>
        <source>The face only keeps hair, ears and clothes as they are: try it when the person is no longer the same.</source>
        <translation>「僅面部」會保持頭髮、耳朵和衣服不變：當人物看起來不再是同一個人時可以一試。</translation>
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
        <source>Another number draws another picture of the same expression.</source>
        <translation>換一個數字會畫出同一表情的另一張圖。</translation>
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
        <source>the latents are no (rows, width) of finite numbers</source>
        <translation>潛向量不是由有限數組成的（列，寬）</translation>
    </message>
    <message>
        <source>{0} draws {1} pixels at most, not {2}</source>
        <translation>{0} 最多繪製 {1} 像素，而不是 {2}</translation>
    </message>
    <message>
        <source>a direction of {0} numbers does not fit latents {1}, rows {2} to {3}</source>
        <translation>{0} 個數的方向不適用於 {1} 的潛向量，第 {2} 到 {3} 列</translation>
    </message>
    <message>
        <source>a strength must be a finite number</source>
        <translation>強度必須是有限數</translation>
    </message>
    <message>
        <source>the direction {0} is of another latent space than these latents</source>
        <translation>方向 {0} 屬於另一個潛空間，與這些潛向量不同</translation>
    </message>
    <message>
        <source>it is {0} wide, they are {1}</source>
        <translation>它的寬度是 {0}，而它們是 {1}</translation>
    </message>
    <message>
        <source>how far faces are spread along {0} is not known</source>
        <translation>不知道臉孔沿 {0} 的分佈有多寬</translation>
    </message>
    <message>
        <source>measure it: with_sigma</source>
        <translation>請先測量：with_sigma</translation>
    </message>
    <message>
        <source>Drawing changed face {0} of {1}</source>
        <translation>正在繪製改變後的臉：第 {0} 張，共 {1} 張</translation>
    </message>
    <message>
        <source>there is no direction {0}</source>
        <translation>沒有方向 {0}</translation>
    </message>
    <message>
        <source>there are {0}</source>
        <translation>有 {0}</translation>
    </message>
    <message>
        <source>a direction of zeros, or of numbers too large, leads nowhere</source>
        <translation>全為零或數值過大的方向沒有意義</translation>
    </message>
    <message>
        <source>a direction and what it is to leave alone have different widths</source>
        <translation>方向與需要保持不變的方向寬度不同</translation>
    </message>
    <message>
        <source>holds no directions of Facewright</source>
        <translation>其中沒有 Facewright 的方向</translation>
    </message>
    <message>
        <source>its vectors are {0} {1}, not float32 (directions, width)</source>
        <translation>其向量是 {0} {1}，不是 float32（方向數，寬度）</translation>
    </message>
    <message>
        <source>the direction {0} is no vector of finite numbers</source>
        <translation>方向 {0} 不是由有限數組成的向量</translation>
    </message>
    <message>
        <source>the direction {0} has the length {1}, not 1</source>
        <translation>方向 {0} 的長度是 {1}，不是 1</translation>
    </message>
    <message>
        <source>the direction {0} moves rows {1} to {2}</source>
        <translation>方向 {0} 移動第 {1} 到 {2} 列</translation>
    </message>
    <message>
        <source>there are no directions in it</source>
        <translation>其中沒有方向</translation>
    </message>
    <message>
        <source>its directions have different widths</source>
        <translation>其中各方向的寬度不同</translation>
    </message>
    <message>
        <source>two directions have one name</source>
        <translation>有兩個方向同名</translation>
    </message>
    <message>
        <source>these directions are {0} wide, {1}&apos;s latents {2}</source>
        <translation>這些方向的寬度是 {0}，{1} 的潛向量是 {2}</translation>
    </message>
    <message>
        <source>they were found for another generator</source>
        <translation>它們是為另一個生成器求得的</translation>
    </message>
    <message>
        <source>these directions were found for another generator ({0}) than {1}</source>
        <translation>這些方向是為另一個生成器（{0}）求得的，而不是 {1}</translation>
    </message>
    <message>
        <source>nothing of the direction is left without the others</source>
        <translation>去掉其他方向的成分後，這個方向什麼也不剩</translation>
    </message>
    <message>
        <source>a direction {0} is not {1} wide</source>
        <translation>方向 {0} 的寬度不是 {1}</translation>
    </message>
    <message>
        <source>it is another generator&apos;s</source>
        <translation>它屬於另一個生成器</translation>
    </message>
    <message>
        <source>its rows point to different sides (w+); only directions in w can be used</source>
        <translation>它的各列指向不同的方向（w+）；只能使用 w 中的方向</translation>
    </message>
    <message>
        <source>the rows it leaves alone lie between those it moves</source>
        <translation>它保持不變的列夾在它移動的列之間</translation>
    </message>
    <message>
        <source>moves some of {0} rows, and the generator has {1}</source>
        <translation>移動 {0} 列中的一部分，而生成器有 {1} 列</translation>
    </message>
    <message>
        <source>moves none of the generator&apos;s rows</source>
        <translation>沒有移動生成器的任何一列</translation>
    </message>
    <message>
        <source>unknown layout {0}</source>
        <translation>未知的版面 {0}</translation>
    </message>
    <message>
        <source>layouts are {0}</source>
        <translation>可用的版面：{0}</translation>
    </message>
    <message>
        <source>{0} moves rows up to {1}, and there are to be {2}</source>
        <translation>{0} 移動到第 {1} 列，而應有 {2} 列</translation>
    </message>
    <message>
        <source>{0}: directions for other programs are written as .npy or .pt</source>
        <translation>{0}：供其他程式使用的方向以 .npy 或 .pt 寫入</translation>
    </message>
    <message>
        <source>there is no cluster at {0}: {1}</source>
        <translation>{0} 處沒有叢集：{1}</translation>
    </message>
    <message>
        <source>a worker of the cluster ended by itself: {0}</source>
        <translation>叢集的一個工作處理程序自行結束：{0}</translation>
    </message>
    <message>
        <source>Looking at what {0} does</source>
        <translation>正在檢視 {0} 的作用</translation>
    </message>
    <message>
        <source>these labels come without latents</source>
        <translation>這些標籤沒有附帶潛向量</translation>
    </message>
    <message>
        <source>give the file of their w</source>
        <translation>請提供它們的 w 檔案</translation>
    </message>
    <message>
        <source>the latents hold numbers that are not finite, or there are none</source>
        <translation>潛向量含有不是有限數的值，或者一個也沒有</translation>
    </message>
    <message>
        <source>none of these attributes can be fitted</source>
        <translation>這些屬性都無法擬合</translation>
    </message>
    <message>
        <source>a fit takes {0} labelled faces, {1} of them with and without</source>
        <translation>擬合需要 {0} 張已標註的臉，其中具備與不具備該屬性的各 {1} 張</translation>
    </message>
    <message>
        <source>unknown method {0}</source>
        <translation>未知的方法 {0}</translation>
    </message>
    <message>
        <source>methods are {0}</source>
        <translation>可用的方法：{0}</translation>
    </message>
    <message>
        <source>held_out and tails are 0.05 to 0.5, penalty is positive</source>
        <translation>held_out 和 tails 須在 0.05 到 0.5 之間，penalty 須為正數</translation>
    </message>
    <message>
        <source>Fitting {0}</source>
        <translation>正在擬合 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be freed of {1}: there is no direction of that</source>
        <translation>{0} 無法去除 {1} 的成分：沒有後者的方向</translation>
    </message>
    <message>
        <source>holds no labels of Facewright</source>
        <translation>其中沒有 Facewright 的標籤</translation>
    </message>
    <message>
        <source>what it says about its labels is not what it should be</source>
        <translation>它對其標籤的說明不正確</translation>
    </message>
    <message>
        <source>the labels call {0} a {1}, which is none of {2}</source>
        <translation>標籤把 {0} 稱為 {1}，而它不屬於 {2}</translation>
    </message>
    <message>
        <source>the seeds of the labels are not what they should be</source>
        <translation>標籤的種子不正確</translation>
    </message>
    <message>
        <source>the scores are {0} {1}, not float32 ({2}, {3})</source>
        <translation>分數是 {0} {1}，不是 float32（{2}，{3}）</translation>
    </message>
    <message>
        <source>the scores hold numbers that are infinite</source>
        <translation>分數含有無窮大的值</translation>
    </message>
    <message>
        <source>two columns of the labels have one name</source>
        <translation>標籤有兩欄同名</translation>
    </message>
    <message>
        <source>w of the labels is {0} {1}, not float32 ({2}, any)</source>
        <translation>標籤的 w 是 {0} {1}，不是 float32（{2}，任意）</translation>
    </message>
    <message>
        <source>w of the labels holds numbers that are not finite</source>
        <translation>標籤的 w 含有不是有限數的值</translation>
    </message>
    <message>
        <source>the labels have no column {0}</source>
        <translation>標籤沒有 {0} 這一欄</translation>
    </message>
    <message>
        <source>they have {0}</source>
        <translation>標籤有 {0}</translation>
    </message>
    <message>
        <source>there are {0} latents for {1} labelled faces</source>
        <translation>有 {0} 個潛向量，對應 {1} 張已標註的臉</translation>
    </message>
    <message>
        <source>write to another file, or remove this one</source>
        <translation>請寫入另一個檔案，或移除這一個</translation>
    </message>
    <message>
        <source>Labelling: {0} of {1} faces</source>
        <translation>標註：{1} 張臉中的第 {0} 張</translation>
    </message>
    <message>
        <source>{0}: was labelled by another version, which measured {1} columns; now there are {2}</source>
        <translation>{0}：由另一個版本標註，當時測量 {1} 欄；現在有 {2} 欄</translation>
    </message>
    <message>
        <source>{0}: holds labels of other faces</source>
        <translation>{0}：含有其他臉孔的標籤</translation>
    </message>
    <message>
        <source>{0}: was labelled with {1}; now there are {2}</source>
        <translation>{0}：標註時使用 {1}；現在有 {2}</translation>
    </message>
    <message>
        <source>nobody knows what</source>
        <translation>不明來源</translation>
    </message>
    <message>
        <source>is neither .npy nor a file of torch</source>
        <translation>既不是 .npy，也不是 torch 的檔案</translation>
    </message>
    <message>
        <source>holds something other than one array of numbers</source>
        <translation>內容不是單一數值陣列</translation>
    </message>
    <message>
        <source>holds no numbers</source>
        <translation>其中沒有數值</translation>
    </message>
    <message>
        <source>holds numbers that are not finite</source>
        <translation>含有不是有限數的值</translation>
    </message>
    <message>
        <source>{0}: w is {1}, not (faces, width)</source>
        <translation>{0}：w 是 {1}，不是（臉孔數，寬度）</translation>
    </message>
    <message>
        <source>its rows are codes of their own (w+), from which no direction in w can be found</source>
        <translation>它的各列各自編碼（w+），無法從中求得 w 的方向</translation>
    </message>
    <message>
        <source>its rare attributes do not say which sign means there</source>
        <translation>其中罕見的屬性沒有說明哪個正負號表示具備</translation>
    </message>
    <message>
        <source>say whether negative or positive numbers mean that an attribute is there</source>
        <translation>請說明是負數還是正數表示具備該屬性</translation>
    </message>
    <message>
        <source>holds no labels: all rows are zero</source>
        <translation>其中沒有標籤：所有列都是零</translation>
    </message>
    <message>
        <source>these labels have other columns than NVIDIA&apos;s classifiers</source>
        <translation>這些標籤的欄與 NVIDIA 分類器的不同</translation>
    </message>
    <message>
        <source>holds other things than z, w and Azure&apos;s answers</source>
        <translation>內容不是 z、w 和 Azure 的回答</translation>
    </message>
    <message>
        <source>z {0}, w {1} and {2} answers do not go together</source>
        <translation>z {0}、w {1} 與 {2} 個回答彼此不符</translation>
    </message>
    <message>
        <source>its w differ from row to row (w+), from which no direction in w can be found</source>
        <translation>它的 w 每列不同（w+），無法從中求得 w 的方向</translation>
    </message>
    <message>
        <source>these labels have other columns than Azure&apos;s</source>
        <translation>這些標籤的欄與 Azure 的不同</translation>
    </message>
    <message>
        <source>would unpack to far more than such a file holds</source>
        <translation>解壓縮後會遠遠超過這類檔案的大小</translation>
    </message>
    <message>
        <source>is cut</source>
        <translation>檔案被截斷</translation>
    </message>
    <message>
        <source>a table of labels is (faces, {0}), not {1}</source>
        <translation>標籤表應為（臉孔數，{0}），而不是 {1}</translation>
    </message>
    <message>
        <source>{0}: what was written is not what was meant</source>
        <translation>{0}：寫入的內容與預期不符</translation>
    </message>
    <message>
        <source>one of Azure&apos;s answers is not what it should be</source>
        <translation>Azure 的一個回答不正確</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>已損毀</translation>
    </message>
    <message>
        <source>a worker has another generator or other analysers than the program that asks</source>
        <translation>一個工作處理程序的生成器或分析模型與提出要求的程式不同</translation>
    </message>
    <message>
        <source>these latents are not {0}&apos;s: {1} of {2}</source>
        <translation>這些潛向量不是 {0} 的：{1}，來自 {2}</translation>
    </message>
    <message>
        <source>it takes {0}</source>
        <translation>它需要 {0}</translation>
    </message>
    <message>
        <source>there is no face {0} in the photo</source>
        <translation>照片中沒有第 {0} 張臉</translation>
    </message>
    <message>
        <source>{0}: holds {1} faces, not one</source>
        <translation>{0}：含有 {1} 張臉，而不是一張</translation>
    </message>
    <message>
        <source>{0}: the latents of {1}, not of {2}</source>
        <translation>{0}：是 {1} 的潛向量，不是 {2} 的</translation>
    </message>
    <message>
        <source>{0}: latents of {1}, {2} takes {3}</source>
        <translation>{0}：潛向量是 {1}，{2} 需要 {3}</translation>
    </message>
    <message>
        <source>{0}: is packed in a way Facewright does not use</source>
        <translation>{0}：封裝方式不是 Facewright 所用的</translation>
    </message>
    <message>
        <source>{0}: damaged: a part of it has another length than it says</source>
        <translation>{0}：已損毀：其中一部分的長度與標明的不符</translation>
    </message>
    <message>
        <source>{0}: holds a part with the name {1}, which is not allowed</source>
        <translation>{0}：其中一部分的名稱 {1} 不允許使用</translation>
    </message>
    <message>
        <source>{0}: holds a link, which is not allowed</source>
        <translation>{0}：含有連結，這是不允許的</translation>
    </message>
    <message>
        <source>{0}: holds {1} twice</source>
        <translation>{0}：{1} 出現了兩次</translation>
    </message>
    <message>
        <source>{0}: has {1} parts; no such file has more than {2}</source>
        <translation>{0}：有 {1} 個部分；這類檔案不會超過 {2} 個</translation>
    </message>
    <message>
        <source>{0}: would unpack to far more than such a file holds</source>
        <translation>{0}：解壓縮後會遠遠超過這類檔案的大小</translation>
    </message>
    <message>
        <source>{0}: this is written as .npz</source>
        <translation>{0}：這種內容以 .npz 寫入</translation>
    </message>
    <message>
        <source>{0}: is no .npz file</source>
        <translation>{0}：不是 .npz 檔案</translation>
    </message>
    <message>
        <source>holds Python objects, not numbers</source>
        <translation>含有 Python 物件，而不是數值</translation>
    </message>
    <message>
        <source>nothing of it was run</source>
        <translation>其中的內容都沒有執行</translation>
    </message>
    <message>
        <source>an array has another length than it says, or holds no numbers</source>
        <translation>一個陣列的長度與標明的不符，或不含數值</translation>
    </message>
    <message>
        <source>{0}: is a .npz, but none of Facewright&apos;s</source>
        <translation>{0}：是 .npz，但不是 Facewright 的</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}: damaged, or of another kind</source>
        <translation>{0}：已損毀，或是其他類型</translation>
    </message>
    <message>
        <source>is no .npy file, or damaged</source>
        <translation>不是 .npy 檔案，或已損毀</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>您是要用 {0} 嗎？</translation>
    </message>
    <message>
        <source>unknown control {0}</source>
        <translation>未知的控制項 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not a finite number</source>
        <translation>{0}：{1} 不是有限數</translation>
    </message>
    <message>
        <source>{0}: {1} is outside {2} to {3}</source>
        <translation>{0}：{1} 超出 {2} 到 {3} 的範圍</translation>
    </message>
    <message>
        <source>{0}: {1} is not a number</source>
        <translation>{0}：{1} 不是數值</translation>
    </message>
    <message>
        <source>{0}: larger than {1} bytes, which no such file is</source>
        <translation>{0}：大於 {1} 位元組，這類檔案不會這麼大</translation>
    </message>
    <message>
        <source>unknown OpenGL choice {0}</source>
        <translation>未知的 OpenGL 選項 {0}</translation>
    </message>
    <message>
        <source>{0} is one of {1}</source>
        <translation>{0} 須為下列之一：{1}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}、{1}</translation>
    </message>
    <message>
        <source>{0}; {1}</source>
        <translation>{0}；{1}</translation>
    </message>
    <message>
        <source>{0} or {1}</source>
        <translation>{0} 或 {1}</translation>
    </message>
    <message>
        <source>measuring: {0}</source>
        <translation>測量：{0}</translation>
    </message>
    <message>
        <source>not measured in a packaged program</source>
        <translation>在封裝的程式中不測量</translation>
    </message>
    <message>
        <source>the child process failed: {0}</source>
        <translation>子處理程序失敗：{0}</translation>
    </message>
    <message>
        <source>the child process did not end within three minutes</source>
        <translation>子處理程序沒有在三分鐘內結束</translation>
    </message>
    <message>
        <source>drawing with the resident loop, {0}</source>
        <translation>正在用常駐迴圈繪製，{0}</translation>
    </message>
    <message>
        <source>there is: {0}</source>
        <translation>有：{0}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就緒</translation>
    </message>
    <message>
        <source>{0}: the name must end in {1}</source>
        <translation>{0}：名稱必須以 {1} 結尾</translation>
    </message>
    <message>
        <source>graphics</source>
        <translation>圖形</translation>
    </message>
    <message>
        <source>head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>臉孔</translation>
    </message>
    <message>
        <source>puppet</source>
        <translation>木偶</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>身分</translation>
    </message>
    <message>
        <source>unknown renderer {0}</source>
        <translation>未知的算繪器 {0}</translation>
    </message>
    <message>
        <source>{0}: does not belong to this version</source>
        <translation>{0}：不屬於這個版本</translation>
    </message>
    <message>
        <source>{0}: {1} is not a whole number</source>
        <translation>{0}：{1} 不是整數</translation>
    </message>
    <message>
        <source>install Facewright again</source>
        <translation>請重新安裝 Facewright</translation>
    </message>
    <message>
        <source>EGL has no device</source>
        <translation>EGL 沒有裝置</translation>
    </message>
    <message>
        <source>{0} (software)</source>
        <translation>{0}（軟體）</translation>
    </message>
    <message>
        <source>{0} (graphics card)</source>
        <translation>{0}（顯示卡）</translation>
    </message>
    <message>
        <source>switched off by {0}=none</source>
        <translation>已由 {0}=none 關閉</translation>
    </message>
    <message>
        <source>no software OpenGL on this system</source>
        <translation>此系統沒有軟體 OpenGL</translation>
    </message>
    <message>
        <source>Mesa&apos;s software renderer is missing; {0}</source>
        <translation>缺少 Mesa 的軟體算繪器；{0}</translation>
    </message>
    <message>
        <source>none ({0})</source>
        <translation>無（{0}）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>OpenGL is switched off or missing</source>
        <translation>OpenGL 已關閉或不存在</translation>
    </message>
    <message>
        <source>the moderngl package is missing: {0}</source>
        <translation>缺少 moderngl 套件：{0}</translation>
    </message>
    <message>
        <source>no OpenGL 3.3: {0}</source>
        <translation>沒有 OpenGL 3.3：{0}</translation>
    </message>
    <message>
        <source>EGL: {0}</source>
        <translation>EGL：{0}</translation>
    </message>
    <message>
        <source>the system&apos;s OpenGL libraries are missing ({0}); {1}</source>
        <translation>缺少系統的 OpenGL 程式庫（{0}）；{1}</translation>
    </message>
    <message>
        <source>{0}, {1} CPU cores</source>
        <translation>{0}，{1} 個 CPU 核心</translation>
    </message>
    <message>
        <source>{0}; runs on {1}</source>
        <translation>{0}；執行於 {1}</translation>
    </message>
    <message>
        <source>the authors&apos; jaw line</source>
        <translation>作者的下頜線</translation>
    </message>
    <message>
        <source>the jaw line from landmarks</source>
        <translation>由特徵點得到的下頜線</translation>
    </message>
    <message>
        <source>runs on {0} in {1}, {2}</source>
        <translation>以 {1} 執行於 {0}，{2}</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>套件</translation>
    </message>
    <message>
        <source>device</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>display</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{0}，執行於 {1}</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>資料資料夾</translation>
    </message>
    <message>
        <source>CPU; all of live editing runs on it</source>
        <translation>CPU；即時編輯全部在其上執行</translation>
    </message>
    <message>
        <source>{0}; these packages own the same files and only one of them works</source>
        <translation>{0}；這些套件佔用相同的檔案，只有一個能運作</translation>
    </message>
    <message>
        <source>{0}; the GPU build is installed but CUDA is not there</source>
        <translation>{0}；已安裝 GPU 版本，但沒有 CUDA</translation>
    </message>
    <message>
        <source>{0}, and check that the NVIDIA driver is installed</source>
        <translation>{0}，並確認已安裝 NVIDIA 驅動程式</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>{0}; they own the same files</source>
        <translation>{0}；它們佔用相同的檔案</translation>
    </message>
    <message>
        <source>{0}; mediapipe asks for {1}</source>
        <translation>{0}；mediapipe 需要 {1}</translation>
    </message>
    <message>
        <source>none: the commands work, the editor needs one</source>
        <translation>無：命令可用，編輯器需要顯示</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>模型 {0}</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>資源</translation>
    </message>
    <message>
        <source>missing at {0}</source>
        <translation>{0} 處缺少</translation>
    </message>
    <message>
        <source>{0}; missing: {1}</source>
        <translation>{0}；缺少：{1}</translation>
    </message>
    <message>
        <source>CPU (torch is missing)</source>
        <translation>CPU（缺少 torch）</translation>
    </message>
    <message>
        <source>{0}, {1} of {2} GiB free</source>
        <translation>{0}，可用 {1} / {2} GiB</translation>
    </message>
    <message>
        <source>faces are drawn by a slow path; a graphics driver or Mesa makes it quick</source>
        <translation>臉孔以較慢的方式繪製；安裝顯示卡驅動程式或 Mesa 可加快</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>系統內建</translation>
    </message>
    <message>
        <source>not here, optional ({0} MB): {1}</source>
        <translation>沒有，可選（{0} MB）：{1}</translation>
    </message>
    <message>
        <source>not ready, optional; missing: {0}</source>
        <translation>未就緒，可選；缺少：{0}</translation>
    </message>
    <message>
        <source>present: {0}</source>
        <translation>已有：{0}</translation>
    </message>
    <message>
        <source>could not be looked at: {0}: {1}</source>
        <translation>無法檢視：{0}：{1}</translation>
    </message>
    <message>
        <source>install them: apt install libegl1 libgl1 libgl1-mesa-dri</source>
        <translation>請安裝：apt install libegl1 libgl1 libgl1-mesa-dri</translation>
    </message>
    <message>
        <source>missing ({0} MB): {1}</source>
        <translation>缺少（{0} MB）：{1}</translation>
    </message>
    <message>
        <source>expressions by latents are known for MobileStyleGAN only, not for {0}</source>
        <translation>潛向量表情只適用於 MobileStyleGAN，不適用於 {0}</translation>
    </message>
    <message>
        <source>use the live renderer or magicface</source>
        <translation>請使用 live 算繪器或 magicface</translation>
    </message>
    <message>
        <source>{0}: missing or damaged</source>
        <translation>{0}：缺少或已損毀</translation>
    </message>
    <message>
        <source>looking at the expression</source>
        <translation>檢視表情</translation>
    </message>
    <message>
        <source>cannot be measured: {0} is never seen on drawn faces</source>
        <translation>無法測量：畫出的臉上從未出現{0}</translation>
    </message>
    <message>
        <source>Latent: weak</source>
        <translation>潛空間：較弱</translation>
    </message>
    <message>
        <source>is weak</source>
        <translation>較弱</translation>
    </message>
    <message>
        <source>moves a little of everything else</source>
        <translation>其他各處也會略有變動</translation>
    </message>
    <message>
        <source>{0}: the face shows nearly as much already as faces do</source>
        <translation>{0}：這張臉的程度已接近臉孔的極限</translation>
    </message>
    <message>
        <source>loading the generator</source>
        <translation>載入生成器</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>face {0}: {1}</source>
        <translation>第 {0} 張臉：{1}</translation>
    </message>
    <message>
        <source>looking for the expression</source>
        <translation>尋找表情</translation>
    </message>
    <message>
        <source>runs on {0}</source>
        <translation>執行於 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of {2}</source>
        <translation>{0}：{1} 不屬於 {2}</translation>
    </message>
    <message>
        <source>MagicFace takes {0} action units, not {1}</source>
        <translation>MagicFace 需要 {0} 個動作單元，而不是 {1} 個</translation>
    </message>
    <message>
        <source>MagicFace draws twelve action units, both sides alike; not {0}</source>
        <translation>MagicFace 能畫十二個動作單元，左右相同；不能畫：{0}</translation>
    </message>
    <message>
        <source>it knows {0}; set the others back, or use the live renderer</source>
        <translation>它認得 {0}；請把其他的重設，或使用 live 算繪器</translation>
    </message>
    <message>
        <source>{0} {1} is outside {2} to {3}</source>
        <translation>{0} {1} 超出 {2} 到 {3} 的範圍</translation>
    </message>
    <message>
        <source>MagicFace takes (H, W, 3) uint8 pictures</source>
        <translation>MagicFace 需要（H，W，3）的 uint8 圖片</translation>
    </message>
    <message>
        <source>MagicFace takes sides that are multiples of 64, not {0} x {1}</source>
        <translation>MagicFace 需要邊長為 64 倍數的圖片，而不是 {0} x {1}</translation>
    </message>
    <message>
        <source>{0} is not a MagicFace folder: it has no {1}</source>
        <translation>{0} 不是 MagicFace 資料夾：缺少 {1}</translation>
    </message>
    <message>
        <source>it must hold denoising_unet and ID_enc, by themselves or under utils</source>
        <translation>其中必須有 denoising_unet 和 ID_enc，直接存放或在 utils 下</translation>
    </message>
    <message>
        <source>{0} is not a configuration</source>
        <translation>{0} 不是設定檔</translation>
    </message>
    <message>
        <source>{0} is damaged: it gives numbers that are not finite</source>
        <translation>{0} 已損毀：給出的數值不是有限數</translation>
    </message>
    <message>
        <source>{0} is not a Stable Diffusion 1.5 folder: it has no {1}</source>
        <translation>{0} 不是 Stable Diffusion 1.5 資料夾：缺少 {1}</translation>
    </message>
    <message>
        <source>{0} has no {1}</source>
        <translation>{0} 中沒有 {1}</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>無法讀取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} tensors are missing or misshapen: {2}</source>
        <translation>{0}：有 {1} 個張量缺少或形狀不對：{2}</translation>
    </message>
    <message>
        <source>the file may be half downloaded or another model&apos;s</source>
        <translation>檔案可能只下載了一半，或屬於其他模型</translation>
    </message>
    <message>
        <source>the text encoder in {0} cannot be used: {1}</source>
        <translation>無法使用 {0} 中的文字編碼器：{1}</translation>
    </message>
    <message>
        <source>it may be half downloaded</source>
        <translation>可能只下載了一半</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, MagicFace needs {3}</source>
        <translation>{0}：{1} 是 {2}，MagicFace 需要 {3}</translation>
    </message>
    <message>
        <source>the base model must be Stable Diffusion 1.5</source>
        <translation>基礎模型必須是 Stable Diffusion 1.5</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network</source>
        <translation>{0} 不是 3D 臉孔網路</translation>
    </message>
    <message>
        <source>{0} is damaged: it holds numbers that are not finite</source>
        <translation>{0} 已損毀：含有不是有限數的值</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network: it has no {1}</source>
        <translation>{0} 不是 3D 臉孔網路：缺少 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, expected {3} rows</source>
        <translation>{0}：{1} 是 {2}，應有 {3} 列</translation>
    </message>
    <message>
        <source>the 3D head does not fit the face</source>
        <translation>3D 頭部與這張臉不符</translation>
    </message>
    <message>
        <source>use a sharper picture of the face</source>
        <translation>請使用臉孔更清晰的圖片</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network, or is half downloaded: {1}</source>
        <translation>{0} 不是 3D 臉孔網路，或只下載了一半：{1}</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network: {1}</source>
        <translation>{0} 不是 3D 臉孔網路：{1}</translation>
    </message>
    <message>
        <source>unknown precision {0}</source>
        <translation>未知的精度 {0}</translation>
    </message>
    <message>
        <source>MagicFace needs {0} GiB of memory on the graphics card, {1} are free</source>
        <translation>MagicFace 需要 {0} GiB 顯示記憶體，可用 {1} GiB</translation>
    </message>
    <message>
        <source>MagicFace needs {0} GiB of memory in this machine, {1} are free</source>
        <translation>MagicFace 需要 {0} GiB 記憶體，可用 {1} GiB</translation>
    </message>
    <message>
        <source>close other programs, or set {0}=bfloat16, which needs half</source>
        <translation>請關閉其他程式，或設定 {0}=bfloat16，只需一半</translation>
    </message>
    <message>
        <source>the guidance is not a finite number</source>
        <translation>引導強度不是有限數</translation>
    </message>
    <message>
        <source>the noise is {0}, the picture&apos;s latents are {1}</source>
        <translation>雜訊是 {0}，圖片的潛變數是 {1}</translation>
    </message>
    <message>
        <source>{0} gives {1} numbers a word, the networks take {2}</source>
        <translation>{0} 每個詞給出 {1} 個數，而網路需要 {2} 個</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, expected {3}</source>
        <translation>{0}：{1} 是 {2}，應為 {3}</translation>
    </message>
    <message>
        <source>{0} is not a MagicFace network: it has no conv_in.weight</source>
        <translation>{0} 不是 MagicFace 網路：缺少 conv_in.weight</translation>
    </message>
    <message>
        <source>{0}: conv_in.weight takes {1} channels, expected {2}</source>
        <translation>{0}：conv_in.weight 接受 {1} 個通道，應為 {2} 個</translation>
    </message>
    <message>
        <source>the two network folders may be swapped</source>
        <translation>兩個網路資料夾可能放反了</translation>
    </message>
    <message>
        <source>{0}: the file lacks {1}</source>
        <translation>{0}：檔案缺少 {1}</translation>
    </message>
    <message>
        <source>this is not the denoising network</source>
        <translation>這不是去雜訊網路</translation>
    </message>
    <message>
        <source>the two networks in {0} do not belong together: {1} and {2} blocks, or of other widths</source>
        <translation>{0} 中的兩個網路不配套：分別有 {1} 和 {2} 個區塊，或寬度不同</translation>
    </message>
    <message>
        <source>{0}: {1} tensors are missing: {2}</source>
        <translation>{0}：缺少 {1} 個張量：{2}</translation>
    </message>
    <message>
        <source>{0}: {1} tensors belong to no part of the network: {2}</source>
        <translation>{0}：有 {1} 個張量不屬於網路的任何部分：{2}</translation>
    </message>
    <message>
        <source>{0}: {1} holds {2}, expected floating point numbers</source>
        <translation>{0}：{1} 含有 {2}，應為浮點數</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} holds numbers that are not finite</source>
        <translation>{0} 已損毀：{1} 含有不是有限數的值</translation>
    </message>
    <message>
        <source>pickled weights (.bin, .pt) are not read</source>
        <translation>不讀取 pickle 格式的權重（.bin、.pt）</translation>
    </message>
    <message>
        <source>{0} does not describe this kind of network: {1}</source>
        <translation>{0} 描述的不是這種網路：{1}</translation>
    </message>
    <message>
        <source>{0} is damaged or half downloaded: {1}</source>
        <translation>{0} 已損毀，或只下載了一半：{1}</translation>
    </message>
    <message>
        <source>MagicFace drew a picture that is not finite</source>
        <translation>MagicFace 畫出的圖片含有不是有限數的值</translation>
    </message>
    <message>
        <source>draw it in full precision</source>
        <translation>請用全精度繪製</translation>
    </message>
    <message>
        <source>looking at the face</source>
        <translation>分析臉孔</translation>
    </message>
    <message>
        <source>the face parser sees no face there</source>
        <translation>臉孔分割網路在那裡看不到臉孔</translation>
    </message>
    <message>
        <source>use a sharper picture, or the live renderer</source>
        <translation>請使用更清晰的圖片，或 live 算繪器</translation>
    </message>
    <message>
        <source>loading MagicFace</source>
        <translation>載入 MagicFace</translation>
    </message>
    <message>
        <source>only the generator that they were found for can use them</source>
        <translation>只有求得這些方向的生成器才能使用它們</translation>
    </message>
    <message>
        <source>{0}: holds other things than z, w and Azure&apos;s answers</source>
        <translation>{0}：內容不是 z、w 和 Azure 的回答</translation>
    </message>
    <message>
        <source>{0} is read here, and what is read is never written over</source>
        <translation>{0} 正是這裡讀取的檔案，讀取的檔案絕不會被覆寫</translation>
    </message>
    <message>
        <source>{0} would be written twice</source>
        <translation>{0} 會被寫入兩次</translation>
    </message>
    <message>
        <source>{0} belongs to Facewright itself, which is never written over</source>
        <translation>{0} 是 Facewright 自己的檔案，絕不會被覆寫</translation>
    </message>
    <message>
        <source>it can be had under Models</source>
        <translation>可在「模型」中取得</translation>
    </message>
    <message>
        <source>it can be had again under Models</source>
        <translation>可在「模型」中重新取得</translation>
    </message>
    <message>
        <source>Models can check it and get it again</source>
        <translation>可在「模型」中檢查並重新取得</translation>
    </message>
    <message>
        <source>files that you have can be imported under Models</source>
        <translation>可在「模型」中匯入已有的檔案</translation>
    </message>
    <message>
        <source>allow downloads in the settings, or import the files under Models</source>
        <translation>請在設定中允許下載，或在「模型」中匯入檔案</translation>
    </message>
    <message>
        <source>look for it first, under Attributes</source>
        <translation>請先在「屬性」中尋找</translation>
    </message>
    <message>
        <source>choose in the settings to draw without the graphics card</source>
        <translation>請在設定中選擇不用顯示卡繪製</translation>
    </message>
    <message>
        <source>have {0} installed and nothing else of it</source>
        <translation>請只安裝 {0}，移除同類的其他套件</translation>
    </message>
    <message>
        <source>have {0} installed</source>
        <translation>請安裝 {0}</translation>
    </message>
    <message>
        <source>{0} is not the Basel Face Model&apos;s front, or is half downloaded: {1}</source>
        <translation>{0} 不是 Basel 臉孔模型的正面部分，或只下載了一半：{1}</translation>
    </message>
    <message>
        <source>is no MATLAB file of version 5, or damaged</source>
        <translation>不是第 5 版的 MATLAB 檔案，或已損壞</translation>
    </message>
    <message>
        <source>{0} steps are outside 1 to {1}</source>
        <translation>{0} 步超出 1 到 {1} 的範圍</translation>
    </message>
    <message>
        <source>guidance {0} is outside 0 to {1}</source>
        <translation>引導強度 {0} 超出 0 到 {1} 的範圍</translation>
    </message>
    <message>
        <source>seed {0} is outside 0 to 2^63 - 1</source>
        <translation>隨機種子 {0} 超出 0 到 2^63 - 1 的範圍</translation>
    </message>
    <message>
        <source>{0}: blended in (identity distance {1})</source>
        <translation>{0}：已融合（身分距離 {1}）</translation>
    </message>
    <message>
        <source>drawing keys</source>
        <translation>繪製關鍵表情</translation>
    </message>
    <message>
        <source>{0}: not used, {1}</source>
        <translation>{0}：未使用，{1}</translation>
    </message>
    <message>
        <source>unknown preset {0}</source>
        <translation>未知的預設 {0}</translation>
    </message>
    <message>
        <source>known: {0}</source>
        <translation>已知：{0}</translation>
    </message>
    <message>
        <source>{0}: not a preset file</source>
        <translation>{0}：不是預設檔案</translation>
    </message>
    <message>
        <source>{0}: a preset file without a version</source>
        <translation>{0}：預設檔案沒有版本號</translation>
    </message>
    <message>
        <source>{0}: made by a newer Facewright (preset version {1})</source>
        <translation>{0}：由較新版本的 Facewright 建立（預設版本 {1}）</translation>
    </message>
    <message>
        <source>{0}: the label is not a text</source>
        <translation>{0}：名稱不是文字</translation>
    </message>
    <message>
        <source>{0}: the labels are not texts</source>
        <translation>{0}：各語言的名稱不是文字</translation>
    </message>
    <message>
        <source>{0}: [values] is not a table</source>
        <translation>{0}：[values] 不是表</translation>
    </message>
    <message>
        <source>a preset needs a name</source>
        <translation>預設需要名稱</translation>
    </message>
    <message>
        <source>{0}: the preset does not read back as written</source>
        <translation>{0}：讀回的預設與寫入的不同</translation>
    </message>
    <message>
        <source>{0}: not a finite number</source>
        <translation>{0}：不是有限數</translation>
    </message>
    <message>
        <source>{0}: not a preset file: {1}</source>
        <translation>{0}：不是預設檔案：{1}</translation>
    </message>
    <message>
        <source>choose another name or replace it</source>
        <translation>請換一個名稱，或替換原有預設</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: {1}</source>
        <translation>{0}：無法刪除：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be listed: {1}</source>
        <translation>{0}：無法列出內容：{1}</translation>
    </message>
    <message>
        <source>its pictures are larger than any generator draws</source>
        <translation>它的圖片比任何生成器畫的都大</translation>
    </message>
    <message>
        <source>its layers do not come in pairs</source>
        <translation>它的層不成對</translation>
    </message>
    <message>
        <source>its last layer does not fit the one before it</source>
        <translation>它的最後一層與前一層不符</translation>
    </message>
    <message>
        <source>its layers and pictures do not go together</source>
        <translation>它的層與圖片層不配套</translation>
    </message>
    <message>
        <source>{0} does not fit what comes before it</source>
        <translation>{0} 與前面的部分不符</translation>
    </message>
    <message>
        <source>layer {0} has a style of another width</source>
        <translation>第 {0} 層的風格寬度不同</translation>
    </message>
    <message>
        <source>layer {0} does not fit the one before it</source>
        <translation>第 {0} 層與前一層不符</translation>
    </message>
    <message>
        <source>layer {0} of its mapping does not fit the one before it</source>
        <translation>映射網路的第 {0} 層與前一層不符</translation>
    </message>
    <message>
        <source>the mean of w is {0}, and w has {1} numbers in {2} rows</source>
        <translation>w 的平均值是 {0}，而 w 有 {1} 個數、{2} 列</translation>
    </message>
    <message>
        <source>has no layers</source>
        <translation>沒有層</translation>
    </message>
    <message>
        <source>a style comes from somewhere else</source>
        <translation>一個風格來自別處</translation>
    </message>
    <message>
        <source>the bands of a wavelet come from several places</source>
        <translation>一個小波的各頻帶來自不同的地方</translation>
    </message>
    <message>
        <source>a wavelet is not Haar&apos;s</source>
        <translation>一個小波不是 Haar 小波</translation>
    </message>
    <message>
        <source>{0} is {1}, not {2}</source>
        <translation>{0} 是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>{0}: its parts do not fit together</source>
        <translation>{0}：各部分彼此不符</translation>
    </message>
    <message>
        <source>its blocks are not those of this architecture</source>
        <translation>它的區塊不屬於這種架構</translation>
    </message>
    <message>
        <source>the bands of a wavelet are out of order</source>
        <translation>一個小波的頻帶順序不對</translation>
    </message>
    <message>
        <source>{0}: 4x4/Dense/weight does not fit its bias</source>
        <translation>{0}：4x4/Dense/weight 與其偏置不符</translation>
    </message>
    <message>
        <source>{0}: a network in it is not what it should be</source>
        <translation>{0}：其中一個網路不正確</translation>
    </message>
    <message>
        <source>{0}: a network in it has too many parts</source>
        <translation>{0}：其中一個網路的部分過多</translation>
    </message>
    <message>
        <source>{0}: is a StyleGAN3 network; these are not read</source>
        <translation>{0}：是 StyleGAN3 網路；不讀取這種網路</translation>
    </message>
    <message>
        <source>StyleGAN, StyleGAN2 and PGGAN are: see docs/generators.md</source>
        <translation>可讀取 StyleGAN、StyleGAN2 和 PGGAN：見 docs/generators.md</translation>
    </message>
    <message>
        <source>{0}: its layers bound their activations differently; no known generator does</source>
        <translation>{0}：各層限制活化值的方式不同；沒有已知的生成器如此</translation>
    </message>
    <message>
        <source>{0}: the bound of its activations is no number</source>
        <translation>{0}：其活化值的上限不是數值</translation>
    </message>
    <message>
        <source>{0}: a module in it is not what it should be</source>
        <translation>{0}：其中一個模組不正確</translation>
    </message>
    <message>
        <source>{0}: a module in it has too many parts</source>
        <translation>{0}：其中一個模組的部分過多</translation>
    </message>
    <message>
        <source>it is not the network it should be, or it is damaged</source>
        <translation>它不是所需的網路，或已損毀</translation>
    </message>
    <message>
        <source>has {0} layers of the kind {1}, not 1</source>
        <translation>有 {0} 個 {1} 類型的層，而不是 1 個</translation>
    </message>
    <message>
        <source>{0} is fed by {1}, not {2}</source>
        <translation>{0} 的輸入是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>{0} is a {1}, not a {2}</source>
        <translation>{0} 是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>the constant {0} is of an unknown kind</source>
        <translation>常數 {0} 的類型未知</translation>
    </message>
    <message>
        <source>the constant {0} lies outside the file of constants</source>
        <translation>常數 {0} 位於常數檔案之外</translation>
    </message>
    <message>
        <source>has more numbers than any generator we know</source>
        <translation>其中的數比我們所知的任何生成器都多</translation>
    </message>
    <message>
        <source>the constant {0} is not finite</source>
        <translation>常數 {0} 不是有限數</translation>
    </message>
    <message>
        <source>the constant {0} is {1}, not {2}</source>
        <translation>常數 {0} 是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>the constant {0} is not one number</source>
        <translation>常數 {0} 不是單一的數</translation>
    </message>
    <message>
        <source>{0}: larger than such a file is</source>
        <translation>{0}：大於這類檔案應有的大小</translation>
    </message>
    <message>
        <source>{0}: describes no network</source>
        <translation>{0}：沒有描述任何網路</translation>
    </message>
    <message>
        <source>an edge leads nowhere</source>
        <translation>一條邊沒有終點</translation>
    </message>
    <message>
        <source>an edge comes from no output</source>
        <translation>一條邊的起點不是輸出</translation>
    </message>
    <message>
        <source>the constant {0} is not described</source>
        <translation>沒有描述常數 {0}</translation>
    </message>
    <message>
        <source>{0}: is no sound network description</source>
        <translation>{0}：不是完好的網路描述</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>無</translation>
    </message>
    <message>
        <source>{0}: asks for {1}, which no file of weights needs</source>
        <translation>{0}：要求 {1}，權重檔案都不需要它</translation>
    </message>
    <message>
        <source>nothing of it was run; do not open this file with other programs</source>
        <translation>其中的內容都沒有執行；請不要用其他程式開啟這個檔案</translation>
    </message>
    <message>
        <source>{0}: needs more memory than there is</source>
        <translation>{0}：所需記憶體超過現有記憶體</translation>
    </message>
    <message>
        <source>{0}: damaged, or not a file of weights: {1}</source>
        <translation>{0}：已損毀，或不是權重檔案：{1}</translation>
    </message>
    <message>
        <source>{0}: damaged, or not a file of weights</source>
        <translation>{0}：已損毀，或不是權重檔案</translation>
    </message>
    <message>
        <source>takes what is not there</source>
        <translation>取用了不存在的內容</translation>
    </message>
    <message>
        <source>a number is too large</source>
        <translation>一個數過大</translation>
    </message>
    <message>
        <source>a key has no value</source>
        <translation>一個鍵沒有值</translation>
    </message>
    <message>
        <source>puts something into what is no {0}</source>
        <translation>把內容放進了不是 {0} 的物件</translation>
    </message>
    <message>
        <source>a name is not a text</source>
        <translation>一個名稱不是文字</translation>
    </message>
    <message>
        <source>calls what is no name</source>
        <translation>呼叫的不是名稱</translation>
    </message>
    <message>
        <source>makes what it must not</source>
        <translation>建立了不允許的物件</translation>
    </message>
    <message>
        <source>gives a state to what has none</source>
        <translation>給沒有狀態的物件設定了狀態</translation>
    </message>
    <message>
        <source>refers to data outside</source>
        <translation>引用了外部資料</translation>
    </message>
    <message>
        <source>has too many parts</source>
        <translation>部分過多</translation>
    </message>
    <message>
        <source>has a file inside where none may be</source>
        <translation>在不允許的位置含有檔案</translation>
    </message>
    <message>
        <source>calls {0}.{1}, which cannot be called</source>
        <translation>呼叫了不可呼叫的 {0}.{1}</translation>
    </message>
    <message>
        <source>a key is not a plain value</source>
        <translation>一個鍵不是普通的值</translation>
    </message>
    <message>
        <source>a shape is not what it should be</source>
        <translation>一個形狀不正確</translation>
    </message>
    <message>
        <source>a dict is not what it should be</source>
        <translation>一個字典不正確</translation>
    </message>
    <message>
        <source>a set is not what it should be</source>
        <translation>一個集合不正確</translation>
    </message>
    <message>
        <source>bytes are not what they should be</source>
        <translation>位元組資料不正確</translation>
    </message>
    <message>
        <source>an array holds something other than numbers</source>
        <translation>一個陣列含有數值以外的內容</translation>
    </message>
    <message>
        <source>an array is not what it should be</source>
        <translation>一個陣列不正確</translation>
    </message>
    <message>
        <source>a number is not what it should be</source>
        <translation>一個數不正確</translation>
    </message>
    <message>
        <source>a tensor is not what it should be</source>
        <translation>一個張量不正確</translation>
    </message>
    <message>
        <source>a tensor&apos;s shape and strides do not go together</source>
        <translation>一個張量的形狀與步長不符</translation>
    </message>
    <message>
        <source>a parameter is not a tensor</source>
        <translation>一個參數不是張量</translation>
    </message>
    <message>
        <source>a module is not what it should be</source>
        <translation>一個模組不正確</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is of an unknown kind</source>
        <translation>一個張量的資料類型未知</translation>
    </message>
    <message>
        <source>a tensor has no data</source>
        <translation>一個張量沒有資料</translation>
    </message>
    <message>
        <source>a tensor&apos;s data has {0} numbers, not {1}</source>
        <translation>一個張量的資料有 {0} 個數，而不是 {1} 個</translation>
    </message>
    <message>
        <source>a tensor reaches past its data</source>
        <translation>一個張量超出了自己的資料</translation>
    </message>
    <message>
        <source>a number type is not what it should be</source>
        <translation>一個數值類型不正確</translation>
    </message>
    <message>
        <source>an array&apos;s data has another length than its shape says</source>
        <translation>一個陣列的資料長度與其形狀不符</translation>
    </message>
    <message>
        <source>an array has no data</source>
        <translation>一個陣列沒有資料</translation>
    </message>
    <message>
        <source>a network&apos;s state is not a dict</source>
        <translation>一個網路的狀態不是字典</translation>
    </message>
    <message>
        <source>options are not a dict</source>
        <translation>選項不是字典</translation>
    </message>
    <message>
        <source>{0} is no array</source>
        <translation>{0} 不是陣列</translation>
    </message>
    <message>
        <source>{0}: holds weights without names</source>
        <translation>{0}：含有沒有名稱的權重</translation>
    </message>
    <message>
        <source>{0}: {1} is missing</source>
        <translation>{0}：缺少 {1}</translation>
    </message>
    <message>
        <source>the file is of another kind of generator, or cut</source>
        <translation>檔案屬於另一種生成器，或被截斷</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, not {3}</source>
        <translation>{0}：{1} 是 {2}，不是 {3}</translation>
    </message>
    <message>
        <source>{0}: {1} holds no numbers</source>
        <translation>{0}：{1} 不含數值</translation>
    </message>
    <message>
        <source>{0}: holds more numbers than any generator we know</source>
        <translation>{0}：其中的數比我們所知的任何生成器都多</translation>
    </message>
    <message>
        <source>{0}: {1} holds numbers that are not finite</source>
        <translation>{0}：{1} 含有不是有限數的值</translation>
    </message>
    <message>
        <source>{0}: has {1} of {2}; that is no generator we know</source>
        <translation>{0}：有 {1} 個 {2}；不是已知的生成器</translation>
    </message>
    <message>
        <source>{0}: holds {1} and {2} more, which no generator of this kind has</source>
        <translation>{0}：含有 {1} 以及另外 {2} 個，這類生成器都沒有它們</translation>
    </message>
    <message>
        <source>{0}: holds {1}, which no generator of this kind has</source>
        <translation>{0}：含有 {1}，這類生成器都沒有它</translation>
    </message>
    <message>
        <source>{0}: cannot be read</source>
        <translation>{0}：無法讀取</translation>
    </message>
    <message>
        <source>a part of it is packed, or too large</source>
        <translation>其中一部分經過壓縮，或過大</translation>
    </message>
    <message>
        <source>a part of it has another length than it says</source>
        <translation>其中一部分的長度與標明的不符</translation>
    </message>
    <message>
        <source>it is no torch file</source>
        <translation>不是 torch 檔案</translation>
    </message>
    <message>
        <source>its numbers are stored the other way round</source>
        <translation>數值的位元組順序相反</translation>
    </message>
    <message>
        <source>its list of data is not what it should be</source>
        <translation>資料清單不正確</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is referred to in an unknown way</source>
        <translation>一個張量的資料以未知的方式引用</translation>
    </message>
    <message>
        <source>it is a zip, but not one of torch&apos;s</source>
        <translation>是 zip 檔案，但不是 torch 的</translation>
    </message>
    <message>
        <source>Age and gender</source>
        <translation>年齡與性別</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, more than such a network has</source>
        <translation>{0}：{1} 為 {2}，超出此類網路的範圍</translation>
    </message>
    <message>
        <source>{0} shows {1} faces</source>
        <translation>{0} 中有 {1} 張臉</translation>
    </message>
    <message>
        <source>MagicFace</source>
        <translation>MagicFace</translation>
    </message>
    <message>
        <source>MagicFace&apos;s jaw</source>
        <translation>MagicFace 的下顎</translation>
    </message>
    <message>
        <source>Faces ready to move</source>
        <translation>已備好的人臉</translation>
    </message>
    <message>
        <source>choose one of them</source>
        <translation>請選擇其中一張</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is missing</source>
        <translation>缺少一個張量的資料</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is described in two ways</source>
        <translation>一個張量的資料有兩種描述</translation>
    </message>
    <message>
        <source>a tensor&apos;s data has another length than it says</source>
        <translation>一個張量的資料長度與標明的不符</translation>
    </message>
    <message>
        <source>{0} cannot draw {1} pixels</source>
        <translation>{0} 不能繪製 {1} 像素</translation>
    </message>
    <message>
        <source>it draws {0}</source>
        <translation>它可繪製 {0}</translation>
    </message>
    <message>
        <source>{0} must be (n, {1}) for {2}, not {3}</source>
        <translation>對於 {2}，{0} 必須是（n，{1}），而不是 {3}</translation>
    </message>
    <message>
        <source>the latents are another generator&apos;s</source>
        <translation>這些潛向量屬於另一個生成器</translation>
    </message>
    <message>
        <source>{0}: larger than any face&apos;s latents</source>
        <translation>{0}：大於任何臉孔的潛向量檔案</translation>
    </message>
    <message>
        <source>holds another face than its name says</source>
        <translation>其中的臉孔與名稱不符</translation>
    </message>
    <message>
        <source>what it says about its face is not what it should be</source>
        <translation>它對其臉孔的說明不正確</translation>
    </message>
    <message>
        <source>{0}: passed over and removed</source>
        <translation>{0}：已跳過並移除</translation>
    </message>
    <message>
        <source>First guess of a face</source>
        <translation>人臉的初步估計</translation>
    </message>
    <message>
        <source>{0}: damaged, or of another version</source>
        <translation>{0}：已損毀，或屬於另一個版本</translation>
    </message>
    <message>
        <source>the latents of a face are of an unknown kind</source>
        <translation>一張臉的潛向量類型未知</translation>
    </message>
    <message>
        <source>the latents of a face are no (rows, width) of finite numbers</source>
        <translation>一張臉的潛向量不是由有限數組成的（列，寬）</translation>
    </message>
    <message>
        <source>the latents are no face&apos;s: they are too far from all faces</source>
        <translation>這些潛向量不是臉孔：離所有臉孔都太遠</translation>
    </message>
    <message>
        <source>the place of a face in its photo is not what it should be</source>
        <translation>一張臉在照片中的位置不正確</translation>
    </message>
    <message>
        <source>the latents hold numbers that are not finite</source>
        <translation>潛向量含有不是有限數的值</translation>
    </message>
    <message>
        <source>these latents are another generator&apos;s</source>
        <translation>這些潛向量屬於另一個生成器</translation>
    </message>
    <message>
        <source>they are of {0}</source>
        <translation>它們屬於 {0}</translation>
    </message>
    <message>
        <source>unknown quality or objective {0}, {1}</source>
        <translation>未知的品質或目標 {0}、{1}</translation>
    </message>
    <message>
        <source>there is: {0}; {1}</source>
        <translation>有：{0}；{1}</translation>
    </message>
    <message>
        <source>measuring whose face it is</source>
        <translation>測量是誰的臉</translation>
    </message>
    <message>
        <source>{0}: the face is not remembered for another day</source>
        <translation>{0}：這張臉下次不會被記住</translation>
    </message>
    <message>
        <source>this face is known already</source>
        <translation>這張臉已經找到過</translation>
    </message>
    <message>
        <source>{0}: latents are written as {1}</source>
        <translation>{0}：潛向量以 {1} 寫入</translation>
    </message>
    <message>
        <source>the seeds of the latents are not what they should be</source>
        <translation>潛向量的種子不正確</translation>
    </message>
    <message>
        <source>w+ of the latents is not (faces, rows, width of w) of finite float32 numbers</source>
        <translation>潛向量的 w+ 不是由有限 float32 數組成的（臉孔數，列，w 的寬度）</translation>
    </message>
    <message>
        <source>the truncation of the latents is not what it should be</source>
        <translation>潛向量的截斷不正確</translation>
    </message>
    <message>
        <source>{0}: holds no latents of Facewright</source>
        <translation>{0}：其中沒有 Facewright 的潛向量</translation>
    </message>
    <message>
        <source>{0}: what it says about its latents is not what it should be</source>
        <translation>{0}：它對其潛向量的說明不正確</translation>
    </message>
    <message>
        <source>{0}: damaged, or not a file of latents</source>
        <translation>{0}：已損毀，或不是潛向量檔案</translation>
    </message>
    <message>
        <source>{0} of the latents is {1} {2}, not float32 ({3}, any)</source>
        <translation>潛向量的 {0} 是 {1} {2}，不是 float32（{3}，任意）</translation>
    </message>
    <message>
        <source>{0} of the latents holds numbers that are not finite</source>
        <translation>潛向量的 {0} 含有不是有限數的值</translation>
    </message>
    <message>
        <source>see docs/generators.md for the files that can be read</source>
        <translation>可讀取的檔案見 docs/generators.md</translation>
    </message>
    <message>
        <source>The face generator</source>
        <translation>人臉生成器</translation>
    </message>
    <message>
        <source>{0}: holds no generator</source>
        <translation>{0}：其中沒有生成器</translation>
    </message>
    <message>
        <source>{0}: is no file of weights</source>
        <translation>{0}：不是權重檔案</translation>
    </message>
    <message>
        <source>{0}: {1} missing beside the others</source>
        <translation>{0}：同一資料夾中缺少 {1}</translation>
    </message>
    <message>
        <source>{0}: the files are not what their names say</source>
        <translation>{0}：檔案內容與名稱不符</translation>
    </message>
    <message>
        <source>{0} cannot draw regions of two faces</source>
        <translation>{0} 不能分區域繪製兩張臉</translation>
    </message>
    <message>
        <source>MobileStyleGAN can</source>
        <translation>MobileStyleGAN 可以</translation>
    </message>
    <message>
        <source>Drawing face {0} of {1}</source>
        <translation>正在繪製臉孔：第 {0} 張，共 {1} 張</translation>
    </message>
    <message>
        <source>unknown kind of seed {0}</source>
        <translation>未知的種子類型 {0}</translation>
    </message>
    <message>
        <source>kinds are {0}</source>
        <translation>可用的類型：{0}</translation>
    </message>
    <message>
        <source>the seed {0} is outside 0 to {1}</source>
        <translation>種子 {0} 超出 0 到 {1} 的範圍</translation>
    </message>
    <message>
        <source>the landmarks of this face make no head</source>
        <translation>這張臉的特徵點構不成頭部</translation>
    </message>
    <message>
        <source>choose another face or a larger picture</source>
        <translation>請選擇另一張臉，或使用更大的圖片</translation>
    </message>
    <message>
        <source>the landmarks of this face are not the 478 expected</source>
        <translation>這張臉的特徵點不是應有的 478 個</translation>
    </message>
    <message>
        <source>expected {0} weights, got an array of shape {1}</source>
        <translation>應有 {0} 個權重，得到的陣列形狀是 {1}</translation>
    </message>
    <message>
        <source>the head has no part {0}</source>
        <translation>頭部沒有 {0} 這一部分</translation>
    </message>
    <message>
        <source>parts: {0}</source>
        <translation>各部分：{0}</translation>
    </message>
    <message>
        <source>the head has no slider {0}</source>
        <translation>頭部沒有滑桿 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not a number a slider can take</source>
        <translation>{0}：{1} 不是滑桿可接受的數值</translation>
    </message>
    <message>
        <source>{0}: goes from 0 to 1, got {1}</source>
        <translation>{0}：範圍是 0 到 1，得到 {1}</translation>
    </message>
    <message>
        <source>the head pack is of version {0}, this program reads {1}</source>
        <translation>頭部資料包是版本 {0}，本程式讀取 {1}</translation>
    </message>
    <message>
        <source>reinstall the program</source>
        <translation>請重新安裝程式</translation>
    </message>
    <message>
        <source>{0}: the head pack is missing</source>
        <translation>{0}：缺少頭部資料包</translation>
    </message>
    <message>
        <source>{0}: not a head pack, or damaged</source>
        <translation>{0}：不是頭部資料包，或已損毀</translation>
    </message>
    <message>
        <source>the view must be of finite numbers</source>
        <translation>視角必須是有限數</translation>
    </message>
    <message>
        <source>zoom {0} is out of range</source>
        <translation>縮放 {0} 超出範圍</translation>
    </message>
    <message>
        <source>0.1 to 20</source>
        <translation>0.1 到 20</translation>
    </message>
    <message>
        <source>the graphics driver could not prepare the head</source>
        <translation>顯示卡驅動程式無法準備頭部</translation>
    </message>
    <message>
        <source>the graphics driver has no room for a picture of {0} x {0}</source>
        <translation>顯示卡驅動程式容不下 {0} x {0} 的圖片</translation>
    </message>
    <message>
        <source>choose a smaller size</source>
        <translation>請選擇較小的尺寸</translation>
    </message>
    <message>
        <source>there is no light {0}</source>
        <translation>沒有燈光 {0}</translation>
    </message>
    <message>
        <source>the light must be turned by finite numbers</source>
        <translation>燈光的轉角必須是有限的數</translation>
    </message>
    <message>
        <source>cannot draw a head of {0} pixels</source>
        <translation>無法繪製 {0} 像素的頭部</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 到 {1}</translation>
    </message>
    <message>
        <source>the head has {0} vertices, got an array of shape {1}</source>
        <translation>頭部有 {0} 個頂點，得到的陣列形狀是 {1}</translation>
    </message>
    <message>
        <source>the head&apos;s vertices must be finite</source>
        <translation>頭部的頂點必須是有限數</translation>
    </message>
    <message>
        <source>preparing the head</source>
        <translation>準備頭部</translation>
    </message>
    <message>
        <source>brow grey {0} is out of range</source>
        <translation>眉毛灰階 {0} 超出範圍</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>brow style {0} does not exist</source>
        <translation>眉形 {0} 不存在</translation>
    </message>
    <message>
        <source>1 to {0}</source>
        <translation>1 到 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not a colour</source>
        <translation>{0}：{1} 不是顏色</translation>
    </message>
    <message>
        <source>three numbers from 0 to 1</source>
        <translation>三個 0 到 1 的數</translation>
    </message>
    <message>
        <source>cannot draw {0} x {1} pixels</source>
        <translation>無法繪製 {0} x {1} 像素</translation>
    </message>
    <message>
        <source>a side may be 1 to {0}</source>
        <translation>邊長可為 1 到 {0}</translation>
    </message>
    <message>
        <source>points must be (N, 3) and triangles (F, 3)</source>
        <translation>點必須是（N，3），三角形必須是（F，3）</translation>
    </message>
    <message>
        <source>a triangle names a point that does not exist</source>
        <translation>一個三角形引用了不存在的點</translation>
    </message>
    <message>
        <source>{0} does not hold {1}</source>
        <translation>{0} 中沒有 {1}</translation>
    </message>
    <message>
        <source>the archive of {0} is damaged</source>
        <translation>{0} 的壓縮檔已損毀</translation>
    </message>
    <message>
        <source>Unpacking {0}</source>
        <translation>正在解壓縮 {0}</translation>
    </message>
    <message>
        <source>the model {0} has no file {1}</source>
        <translation>模型 {0} 沒有檔案 {1}</translation>
    </message>
    <message>
        <source>unknown model {0}</source>
        <translation>未知的模型 {0}</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>file</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>{0} is not a plain file name</source>
        <translation>{0} 不是一般的檔名</translation>
    </message>
    <message>
        <source>client and form must be pip with wheel or sdist, or npm with npm</source>
        <translation>client 和 form 必須是 pip 配 wheel 或 sdist，或 npm 配 npm</translation>
    </message>
    <message>
        <source>it has {0}</source>
        <translation>它有 {0}</translation>
    </message>
    <message>
        <source>known are {0}</source>
        <translation>已知的有 {0}</translation>
    </message>
    <message>
        <source>{0} is no commit, though the files are known</source>
        <translation>{0} 不是提交，儘管檔案是已知的</translation>
    </message>
    <message>
        <source>nobody who wrote Facewright has seen the files of {0}</source>
        <translation>Facewright 的作者都沒有見過 {0} 的檔案</translation>
    </message>
    <message>
        <source>{0} no longer has the files that came from it first; others are not taken</source>
        <translation>{0} 已不再有最初從那裡得到的檔案；其他的不予接受</translation>
    </message>
    <message>
        <source>to trust what is there now, remove {0} and get it again</source>
        <translation>若要信任現在那裡的內容，請刪除 {0} 後重新取得</translation>
    </message>
    <message>
        <source>line {0} has {1} in the column {2}, where a number is needed</source>
        <translation>第 {0} 行的「{2}」欄是 {1}，此處應為數字</translation>
    </message>
    <message>
        <source>line {0} has nothing in the column {1}</source>
        <translation>第 {0} 行的「{1}」欄是空的</translation>
    </message>
    <message>
        <source>a frame without a face has no values at all</source>
        <translation>沒有人臉的影格不含任何數值</translation>
    </message>
    <message>
        <source>the face is lost more than {0} times, which is no recording</source>
        <translation>人臉遺失超過 {0} 次，不是正常的錄製</translation>
    </message>
    <message>
        <source>a timeline has {0} keys; no film needs more than {1}</source>
        <translation>時間軸有 {0} 個關鍵影格；沒有哪部影片需要超過 {1} 個</translation>
    </message>
    <message>
        <source>Parts of the face</source>
        <translation>臉部分區</translation>
    </message>
    <message>
        <source>Whose face it is</source>
        <translation>這是誰的臉</translation>
    </message>
    <message>
        <source>{0} is not LightCNN-29v2: {1} is missing</source>
        <translation>{0} 不是 LightCNN-29v2：缺少 {1}</translation>
    </message>
    <message>
        <source>{0} is not LightCNN-29v2: {1} is {2}, not {3}</source>
        <translation>{0} 不是 LightCNN-29v2：{1} 是 {2}，而不是 {3}</translation>
    </message>
    <message>
        <source>How alike pictures look</source>
        <translation>影像相似度</translation>
    </message>
    <message>
        <source>Pictures kept for the next frame</source>
        <translation>為下一格保留的影像</translation>
    </message>
    <message>
        <source>A network</source>
        <translation>一個網路</translation>
    </message>
    <message>
        <source>save it as PNG, TIFF or JPEG in the program it comes from</source>
        <translation>請在建立它的程式中另存為 PNG、TIFF 或 JPEG</translation>
    </message>
    <message>
        <source>a JPEG XL picture of floating-point samples</source>
        <translation>浮點取樣的 JPEG XL 圖片</translation>
    </message>
    <message>
        <source>the file holds several pictures: the first was opened</source>
        <translation>檔案中有多張圖片：已開啟第一張</translation>
    </message>
    <message>
        <source>{0} is {1}, which cannot be opened here</source>
        <translation>{0} 是{1}，無法在此開啟</translation>
    </message>
    <message>
        <source>this looks like a drawing: teeth, tongue and lids are painted as in a photo and may not match it</source>
        <translation>這看起來是一幅畫：牙齒、舌頭和眼瞼按照片的樣子繪製，可能與畫風不符</translation>
    </message>
    <message>
        <source>save it as PNG, TIFF or an ordinary JPEG</source>
        <translation>請另存為 PNG、TIFF 或一般 JPEG</translation>
    </message>
    <message>
        <source>a JPEG of a kind for medical pictures ({0} bits)</source>
        <translation>用於醫學影像的 JPEG（{0} 位元）</translation>
    </message>
    <message>
        <source>{0} is a JPEG of so many layers that reading it would take minutes</source>
        <translation>{0} 是層數過多的 JPEG，讀取需要數分鐘</translation>
    </message>
    <message>
        <source>{0}: comes with Facewright and cannot be changed or deleted</source>
        <translation>{0}：隨 Facewright 附帶，不能變更或刪除</translation>
    </message>
    <message>
        <source>save what is set as a preset of your own</source>
        <translation>請把目前設定存為自己的預設</translation>
    </message>
    <message>
        <source>the graphics driver has no room for a texture of {0} x {1}</source>
        <translation>顯示卡驅動程式沒有空間容納 {0} x {1} 的貼圖</translation>
    </message>
    <message>
        <source>strength {0} is outside 0 to 1</source>
        <translation>強度 {0} 不在 0 到 1 之間</translation>
    </message>
    <message>
        <source>a head cannot wear a picture of the shape {0}</source>
        <translation>頭部不能使用形狀為 {0} 的圖片</translation>
    </message>
    <message>
        <source>save it again in another program</source>
        <translation>請用其他程式重新儲存</translation>
    </message>
    <message>
        <source>the very end of the file is missing: the picture is whole</source>
        <translation>檔案的最末尾缺失：影像是完整的</translation>
    </message>
    <message>
        <source>the end of the file is missing, and {0} % of the picture with it: that is gray and stays so; the rest is coarse</source>
        <translation>檔案結尾缺失，影像也因此缺少 {0} %：這部分是灰色，並保持不變；其餘部分較粗糙</translation>
    </message>
    <message>
        <source>the end of the file is missing, and {0} % of the picture with it: that is gray and stays so</source>
        <translation>檔案結尾缺失，影像也因此缺少 {0} %：這部分是灰色，並保持不變</translation>
    </message>
    <message>
        <source>the end of the file is missing: the picture is whole, but coarse where its finer layers did not come</source>
        <translation>檔案結尾缺失：影像是完整的，但缺少較精細圖層之處較粗糙</translation>
    </message>
    <message>
        <source>the end of the file is missing: the picture is whole, but not all of its colours came</source>
        <translation>檔案結尾缺失：影像是完整的，但顏色不全</translation>
    </message>
    <message>
        <source>{0} is too large: {1} x {2} pixels of {3} bytes</source>
        <translation>{0} 太大：{1} x {2} 像素，每像素 {3} 位元組</translation>
    </message>
    <message>
        <source>save it with 8 bits a channel, or smaller</source>
        <translation>請以每色版 8 位元儲存，或縮小尺寸</translation>
    </message>
    <message>
        <source>save it as an ordinary PNG, TIFF or JPEG (without HDR)</source>
        <translation>請另存為一般的 PNG、TIFF 或 JPEG（不含 HDR）</translation>
    </message>
    <message>
        <source>an HDR picture</source>
        <translation>HDR 圖片</translation>
    </message>
    <message>
        <source>the camera&apos;s notes (EXIF)</source>
        <translation>相機資訊（EXIF）</translation>
    </message>
    <message>
        <source>notes of programs (XMP)</source>
        <translation>程式資訊（XMP）</translation>
    </message>
    <message>
        <source>captions and credits (IPTC)</source>
        <translation>說明與署名（IPTC）</translation>
    </message>
    <message>
        <source>the resolution</source>
        <translation>解析度</translation>
    </message>
    <message>
        <source>text notes</source>
        <translation>文字註記</translation>
    </message>
    <message>
        <source>{0} cannot hold {1}: left out</source>
        <translation>{0} 無法保存{1}：已略去</translation>
    </message>
    <message>
        <source>its colour profile can be read but not written into: its colours became sRGB</source>
        <translation>其色彩描述檔只能讀取，不能寫入：色彩已轉換為 sRGB</translation>
    </message>
    <message>
        <source>cannot look into {0}: {1}</source>
        <translation>無法查看 {0}：{1}</translation>
    </message>
    <message>
        <source>there is no picture in {0}</source>
        <translation>{0} 中沒有圖片</translation>
    </message>
    <message>
        <source>no file fits {0}</source>
        <translation>沒有檔案符合 {0}</translation>
    </message>
    <message>
        <source>its samples became whole numbers of 8 bits</source>
        <translation>取樣已轉換為 8 位元整數</translation>
    </message>
    <message>
        <source>its CMYK colours became sRGB</source>
        <translation>其 CMYK 色彩已轉換為 sRGB</translation>
    </message>
    <message>
        <source>develop it in a raw converter and save it as TIFF or JPEG</source>
        <translation>請用 RAW 轉換程式沖印後另存為 TIFF 或 JPEG</translation>
    </message>
    <message>
        <source>save one picture of it as PNG or JPEG</source>
        <translation>請將其中一格儲存為 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>open it in a browser and save the picture itself</source>
        <translation>請在瀏覽器中開啟並儲存圖片本身</translation>
    </message>
    <message>
        <source>unpack it and open a picture that is in it</source>
        <translation>請解壓縮後開啟其中的圖片</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file</source>
        <translation>相機 RAW 檔</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>Photoshop 文件</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>OpenEXR 圖片</translation>
    </message>
    <message>
        <source>a Radiance HDR picture</source>
        <translation>Radiance HDR 圖片</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>JPEG 2000 圖片</translation>
    </message>
    <message>
        <source>a DDS texture</source>
        <translation>DDS 貼圖</translation>
    </message>
    <message>
        <source>a KTX texture</source>
        <translation>KTX 貼圖</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>GIMP 文件</translation>
    </message>
    <message>
        <source>a Blender file</source>
        <translation>Blender 檔</translation>
    </message>
    <message>
        <source>a Clip Studio document</source>
        <translation>Clip Studio 文件</translation>
    </message>
    <message>
        <source>an Affinity document</source>
        <translation>Affinity 文件</translation>
    </message>
    <message>
        <source>a PaintShop Pro document</source>
        <translation>PaintShop Pro 文件</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>a PostScript drawing</source>
        <translation>PostScript 圖形</translation>
    </message>
    <message>
        <source>a Windows icon</source>
        <translation>Windows 圖示</translation>
    </message>
    <message>
        <source>a macOS icon</source>
        <translation>macOS 圖示</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>QOI 圖片</translation>
    </message>
    <message>
        <source>a BPG picture</source>
        <translation>BPG 圖片</translation>
    </message>
    <message>
        <source>an archive or a document made of several files</source>
        <translation>壓縮檔或由多個檔案組成的文件</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>壓縮檔</translation>
    </message>
    <message>
        <source>{0} can be read, whatever the file is called</source>
        <translation>可以讀取 {0}，與檔名無關</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>SVG 圖形</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>a Netpbm picture</source>
        <translation>Netpbm 圖片</translation>
    </message>
    <message>
        <source>a Targa picture</source>
        <translation>Targa 圖片</translation>
    </message>
    <message>
        <source>a TIFF whose channels differ in depth</source>
        <translation>各色版位元深度不同的 TIFF</translation>
    </message>
    <message>
        <source>a TIFF of a volume</source>
        <translation>體積資料 TIFF</translation>
    </message>
    <message>
        <source>its samples became whole numbers of 16 bits</source>
        <translation>取樣已轉換為 16 位元整數</translation>
    </message>
    <message>
        <source>a TIFF in Lab colours</source>
        <translation>Lab 色彩的 TIFF</translation>
    </message>
    <message>
        <source>a TIFF in colours of a rare kind (number {0})</source>
        <translation>罕見色彩類型的 TIFF（編號 {0}）</translation>
    </message>
    <message>
        <source>a TIFF with samples below zero or of a rare kind</source>
        <translation>含負值或罕見取樣類型的 TIFF</translation>
    </message>
    <message>
        <source>a TIFF of floating-point samples that are not all from 0 to 1</source>
        <translation>浮點取樣超出 0 到 1 的 TIFF</translation>
    </message>
    <message>
        <source>end the name in {0}</source>
        <translation>檔名請以 {0} 結尾</translation>
    </message>
    <message>
        <source>the last it said was: {0}</source>
        <translation>它最後說的是：{0}</translation>
    </message>
    <message>
        <source>it said nothing before</source>
        <translation>它在此之前什麼也沒說</translation>
    </message>
    <message>
        <source>the history of this project cannot be used, and begins anew; the work itself is whole</source>
        <translation>此專案的歷程無法使用，將重新開始；作品本身完好無損</translation>
    </message>
    <message>
        <source>what is set on the faces is more than a project can keep: {0} bytes, not {1}</source>
        <translation>對臉孔的設定超出了專案所能儲存的量：{0} 位元組，上限為 {1}</translation>
    </message>
    <message>
        <source>{0} is open in another Facewright: {1}</source>
        <translation>{0} 已在另一個 Facewright 中開啟：{1}</translation>
    </message>
    <message>
        <source>it does not say whose</source>
        <translation>未說明是誰的</translation>
    </message>
    <message>
        <source>{0} was changed by somebody else since it was opened</source>
        <translation>{0} 在開啟之後被其他人更改過</translation>
    </message>
    <message>
        <source>{0}: the takes of a face are larger than any recording</source>
        <translation>{0}：一張臉的鏡頭比任何錄製都大</translation>
    </message>
    <message>
        <source>The mouth is covered: jaw and lip sliders show nothing there</source>
        <translation>嘴巴被遮住：下顎和嘴唇滑桿在那裡沒有效果</translation>
    </message>
    <message>
        <source>The right eye is covered: its sliders show nothing</source>
        <translation>右眼被遮住：它的滑桿沒有效果</translation>
    </message>
    <message>
        <source>The left eye is covered: its sliders show nothing</source>
        <translation>左眼被遮住：它的滑桿沒有效果</translation>
    </message>
    <message>
        <source>The right brow is covered: its sliders show little</source>
        <translation>右眉被遮住：它的滑桿效果很小</translation>
    </message>
    <message>
        <source>The left brow is covered: its sliders show little</source>
        <translation>左眉被遮住：它的滑桿效果很小</translation>
    </message>
    <message>
        <source>Something covers part of the face: it stays as the photo shows it</source>
        <translation>有東西遮住了臉的一部分：它保持照片中的樣子</translation>
    </message>
    <message>
        <source>What covers the face stays as the photo shows it; what is drawn anew around it may not meet it</source>
        <translation>遮住臉部的東西保持照片中的原樣；其周圍重新繪製的部分可能與它銜接不上</translation>
    </message>
    <message>
        <source>looking at what covers the face</source>
        <translation>正在檢視遮住臉部的東西</translation>
    </message>
    <message>
        <source>Drawing: {0} of {1} pictures</source>
        <translation>正在繪製：{0} / {1} 張圖片</translation>
    </message>
    <message>
        <source>{0}: holds a database that was drawn with other settings</source>
        <translation>{0}：裡面是用其他設定繪製的資料庫</translation>
    </message>
    <message>
        <source>give the same seed, shape, size and noise, or choose another folder</source>
        <translation>請給出相同的種子、角色體型、尺寸和雜訊設定，或另選一個資料夾</translation>
    </message>
    <message>
        <source>{0}: holds a database that was not drawn by this program</source>
        <translation>{0}：裡面的資料庫不是由本程式繪製的</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>請另選一個資料夾</translation>
    </message>
    <message>
        <source>{0} of {1} records have no picture</source>
        <translation>{1} 筆記錄中有 {0} 筆沒有圖片</translation>
    </message>
    <message>
        <source>{0}: there is no picture of any of its {1} records</source>
        <translation>{0}：其中 {1} 筆記錄都沒有圖片</translation>
    </message>
    <message>
        <source>{0}: there is no {1}, here or in a trainset_… or testset_… folder</source>
        <translation>{0}：這裡以及 trainset_… 或 testset_… 資料夾中都沒有 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} is no name of a picture in this folder</source>
        <translation>{0}：{1} 不是此資料夾中圖片的名稱</translation>
    </message>
    <message>
        <source>there is no engine {0}</source>
        <translation>沒有引擎 {0}</translation>
    </message>
    <message>
        <source>engines: {0}</source>
        <translation>引擎：{0}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of the 52 shapes</source>
        <translation>{0}：{1} 不是 52 個形狀之一</translation>
    </message>
    <message>
        <source>{0} takes no files, it is spoken to live</source>
        <translation>{0} 不接收檔案，只能即時傳送</translation>
    </message>
    <message>
        <source>{0}: {1} takes {2}</source>
        <translation>{0}：{1} 接收 {2}</translation>
    </message>
    <message>
        <source>there is no movement to write</source>
        <translation>沒有可寫入的動作</translation>
    </message>
    <message>
        <source>name a recording, or shapes</source>
        <translation>請指定一段錄製或若干形狀</translation>
    </message>
    <message>
        <source>{0}: has another number of weights than it says</source>
        <translation>{0}：權重數量與所述不符</translation>
    </message>
    <message>
        <source>{0}: no Audio2Face weights: {1}</source>
        <translation>{0}：不是 Audio2Face 權重：{1}</translation>
    </message>
    <message>
        <source>if it is, name its schema</source>
        <translation>如果是，請指明它的規格</translation>
    </message>
    <message>
        <source>{0}: MetaHuman has no curves</source>
        <translation>{0}：MetaHuman 沒有曲線</translation>
    </message>
    <message>
        <source>{0}: no table of curves</source>
        <translation>{0}：不是曲線表</translation>
    </message>
    <message>
        <source>{0} holds something else, and would be written as well</source>
        <translation>{0} 裡是別的內容，而它也會被寫入</translation>
    </message>
    <message>
        <source>{0}: not a .bytes file of the rig {1}</source>
        <translation>{0}：不是綁定 {1} 的 .bytes 檔案</translation>
    </message>
    <message>
        <source>{0} does not fit into {1}</source>
        <translation>{0} 放不進 {1}</translation>
    </message>
    <message>
        <source>{0}: of a newer layout ({1}) than is known here ({2})</source>
        <translation>{0}：其佈局（{1}）比這裡所知的（{2}）新</translation>
    </message>
    <message>
        <source>{0}: of an older layout ({1}) than is known here ({2})</source>
        <translation>{0}：其佈局（{1}）比這裡所知的（{2}）舊</translation>
    </message>
    <message>
        <source>update Facewright, or the schema</source>
        <translation>請更新 Facewright 或該規格</translation>
    </message>
    <message>
        <source>a {0} .bytes file needs a role shape</source>
        <translation>{0} 的 .bytes 檔案需要角色體型</translation>
    </message>
    <message>
        <source>{0}: its value does not fit into the file&apos;s {1}</source>
        <translation>{0}：它的值放不進檔案的 {1}</translation>
    </message>
    <message>
        <source>{0} is no role shape</source>
        <translation>{0} 不是角色體型</translation>
    </message>
    <message>
        <source>{0}: there is no {1} of number {2}</source>
        <translation>{0}：沒有編號為 {2} 的 {1}</translation>
    </message>
    <message>
        <source>{0}: its checksum is wrong</source>
        <translation>{0}：校驗和不對</translation>
    </message>
    <message>
        <source>set it within its range</source>
        <translation>請設在其範圍之內</translation>
    </message>
    <message>
        <source>Without face parsing hair and background turn as one sheet here</source>
        <translation>沒有人臉分割網路時，此處頭髮與背景會作為一整張畫面轉動</translation>
    </message>
    <message>
        <source>Without face parsing the head is cut out by its colours: loose hair may stay behind in a turn</source>
        <translation>沒有人臉分割網路時，頭部按顏色去背：轉動時散開的頭髮可能留在原處</translation>
    </message>
    <message>
        <source>Without face recognition the driver&apos;s face is told from others by its place alone</source>
        <translation>沒有人臉辨識，只能憑位置區分驅動者與其他人的臉</translation>
    </message>
    <message>
        <source>Damaged frames of the driver: {0}; the frame before is shown longer</source>
        <translation>驅動影片中損壞的影格：{0}；前一影格會顯示得更久</translation>
    </message>
    <message>
        <source>Frames of the driver left out, for their times do not go forward: {0}</source>
        <translation>因時間沒有遞增而略去的驅動影片影格：{0}</translation>
    </message>
    <message>
        <source>name its schema</source>
        <translation>請指明它的規格</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已損壞</translation>
    </message>
    <message>
        <source>{0}: no list of names</source>
        <translation>{0}：不是名稱清單</translation>
    </message>
    <message>
        <source>{0}: no list of names: {1}</source>
        <translation>{0}：不是名稱清單：{1}</translation>
    </message>
    <message>
        <source>{0}: not a clip of ours, or damaged</source>
        <translation>{0}：不是我們的動畫片段，或已損壞</translation>
    </message>
    <message>
        <source>{0}: not a sound VRM 1.0 file</source>
        <translation>{0}：不是合規的 VRM 1.0 檔案</translation>
    </message>
    <message>
        <source>{0}: not a VRM 1.0 file, or damaged</source>
        <translation>{0}：不是 VRM 1.0 檔案，或已損壞</translation>
    </message>
    <message>
        <source>{0}: not a VRM animation of ours, or damaged</source>
        <translation>{0}：不是我們的 VRM 動畫，或已損壞</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes, {4} frames, validated</source>
        <translation>{0}：{1}，{3} 個形狀中的 {2} 個，{4} 影格，已驗證</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes, validated</source>
        <translation>{0}：{1}，{3} 個形狀中的 {2} 個，已驗證</translation>
    </message>
    <message>
        <source>{0} {1} is unknown</source>
        <translation>未知的 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} is damaged</source>
        <translation>{0} 已損毀</translation>
    </message>
    <message>
        <source>Hair, beards and glasses</source>
        <translation>頭髮、鬍鬚和眼鏡</translation>
    </message>
    <message>
        <source>the hair of a photo, and what suits it, need a photo</source>
        <translation>照片中的頭髮以及與之相配的樣式需要一張照片</translation>
    </message>
    <message>
        <source>step {0} of {1}, likeness {2}</source>
        <translation>第 {0} / {1} 步，相似度 {2}</translation>
    </message>
    <message>
        <source>the networks give numbers that are not finite for this photo</source>
        <translation>網路對這張照片給出的數值不是有限數</translation>
    </message>
    <message>
        <source>step {0} of {1}, difference {2}</source>
        <translation>第 {0} / {1} 步，差異 {2}</translation>
    </message>
    <message>
        <source>step {0} of {1}, difference {2}, {3} of what is held out</source>
        <translation>第 {0} / {1} 步，差異 {2}，保留部分 {3}</translation>
    </message>
    <message>
        <source>{0}: takes {1} values, the database has {2}</source>
        <translation>{0}：需要 {1} 個值，資料庫有 {2} 個</translation>
    </message>
    <message>
        <source>the training has settings that are not known here</source>
        <translation>該訓練含有此處未知的設定</translation>
    </message>
    <message>
        <source>{0} is not an imitator</source>
        <translation>{0} 不是模仿網路</translation>
    </message>
    <message>
        <source>{0} draws more than there is memory for</source>
        <translation>{0} 要畫的內容超出了記憶體所能容納的範圍</translation>
    </message>
    <message>
        <source>{0} is not an imitator: it holds {1}</source>
        <translation>{0} 不是模仿網路：其中含有 {1}</translation>
    </message>
    <message>
        <source>{0} is not an imitator: {1} is missing</source>
        <translation>{0} 不是模仿網路：缺少 {1}</translation>
    </message>
    <message>
        <source>{0} is not an imitator: {1} is {2}, not {3}</source>
        <translation>{0} 不是模仿網路：{1} 是 {2}，而不是 {3}</translation>
    </message>
    <message>
        <source>laying the photo over the average face</source>
        <translation>正在將照片對齊到平均臉</translation>
    </message>
    <message>
        <source>no face is seen in the picture that the imitator draws of average values</source>
        <translation>在模仿網路用平均值繪製的圖片中看不到臉部</translation>
    </message>
    <message>
        <source>has it learnt enough?</source>
        <translation>它學得夠久嗎？</translation>
    </message>
    <message>
        <source>nobody says whose face it is: neither LightCNN nor dlib&apos;s network is there</source>
        <translation>無法判斷是誰的臉：LightCNN 和 dlib 的網路都不在</translation>
    </message>
    <message>
        <source>the published fit needs LightCNN&apos;s file and an imitator of {0} pixels</source>
        <translation>原版擬合需要 LightCNN 的檔案和 {0} 像素的模仿網路</translation>
    </message>
    <message>
        <source>dlib&apos;s detector, by which the published fit cuts photos, sees no face in this one</source>
        <translation>原版擬合用 dlib 的偵測器裁切照片，但它在這張照片中看不到臉部</translation>
    </message>
    <message>
        <source>the face lies outside the picture</source>
        <translation>臉部位於圖片之外</translation>
    </message>
    <message>
        <source>{0}: holds several databases, or none to learn from</source>
        <translation>{0}：裡面有多個資料庫，或沒有可供學習的資料庫</translation>
    </message>
    <message>
        <source>give the folder of one of them</source>
        <translation>請給出其中一個的資料夾</translation>
    </message>
    <message>
        <source>reading the database</source>
        <translation>正在讀取資料庫</translation>
    </message>
    <message>
        <source>{0}: holds no named weights</source>
        <translation>{0}：裡面沒有帶名稱的權重</translation>
    </message>
    <message>
        <source>{0}: {1} holds no weights</source>
        <translation>{0}：{1} 不含權重</translation>
    </message>
    <message>
        <source>{0}: {1}: {2}</source>
        <translation>{0}：{1}：{2}</translation>
    </message>
    <message>
        <source>{0}: {1} is damaged</source>
        <translation>{0}：{1} 已損壞</translation>
    </message>
    <message>
        <source>{0} is in no part of the file</source>
        <translation>{0} 不在檔案的任何部分中</translation>
    </message>
    <message>
        <source>no part of the file holds the role shape</source>
        <translation>檔案中沒有任何部分存放角色體型</translation>
    </message>
    <message>
        <source>there is no choice {0}</source>
        <translation>沒有選擇項 {0}</translation>
    </message>
    <message>
        <source>{0} is in two parts of the file</source>
        <translation>{0} 在檔案的兩個部分中</translation>
    </message>
    <message>
        <source>there is no value {0}</source>
        <translation>沒有值 {0}</translation>
    </message>
    <message>
        <source>two parts are of all values that no other names</source>
        <translation>有兩個部分都包含其他部分未列出的全部值</translation>
    </message>
    <message>
        <source>the stored numbers of a range&apos;s two ends must differ</source>
        <translation>範圍兩端所存的數字必須不同</translation>
    </message>
    <message>
        <source>no values come after their count</source>
        <translation>數量之後沒有值</translation>
    </message>
    <message>
        <source>a role shape needs shapes, and a number for each</source>
        <translation>角色體型需要 shapes，並為每種給出一個數字</translation>
    </message>
    <message>
        <source>{0} is no address</source>
        <translation>{0} 不是位址</translation>
    </message>
    <message>
        <source>an address is written like {0}</source>
        <translation>位址寫作 {0} 的形式</translation>
    </message>
    <message>
        <source>{0} is no port</source>
        <translation>{0} 不是連接埠</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>連接埠範圍為 1 到 65535</translation>
    </message>
    <message>
        <source>{0} is beyond this machine, which must be allowed first</source>
        <translation>{0} 不在本機，須先取得允許</translation>
    </message>
    <message>
        <source>nothing came in {0} s; {1} malformed packets were ignored</source>
        <translation>{0} 秒內沒有收到任何資料；忽略了 {1} 個格式錯誤的封包</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>正在傳送</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>there is no live link {0}</source>
        <translation>沒有即時連結 {0}</translation>
    </message>
    <message>
        <source>live links: {0}</source>
        <translation>即時連結：{0}</translation>
    </message>
    <message>
        <source>port {0} cannot be listened at: {1}</source>
        <translation>無法監聽連接埠 {0}：{1}</translation>
    </message>
    <message>
        <source>another program may have it</source>
        <translation>可能被其他程式佔用</translation>
    </message>
    <message>
        <source>the recording has none of the 52 shapes</source>
        <translation>錄製中沒有 52 個形狀中的任何一個</translation>
    </message>
    <message>
        <source>the recording has {0} frames, and no more than {1} are written</source>
        <translation>錄製有 {0} 影格，最多只寫入 {1} 影格</translation>
    </message>
    <message>
        <source>{0} heads cannot be blended</source>
        <translation>不能混合 {0} 個頭部</translation>
    </message>
    <message>
        <source>a head cannot wear a mesh that does not hang together</source>
        <translation>頭部不能使用不完整的網格</translation>
    </message>
    <message>
        <source>{0} weights are given for {1} heads</source>
        <translation>給出了 {0} 個權重，而頭部有 {1} 個</translation>
    </message>
    <message>
        <source>weights must be 0 or more, and not all 0</source>
        <translation>權重必須不小於 0，且不能全為 0</translation>
    </message>
    <message>
        <source>{0} has no region {1}</source>
        <translation>{0} 沒有區域 {1}</translation>
    </message>
    <message>
        <source>{0}: has {1} pictures already, and {2} are fewer</source>
        <translation>{0}：已有 {1} 張圖片，{2} 張更少</translation>
    </message>
    <message>
        <source>ask for more, or choose another folder</source>
        <translation>請求更多，或選擇其他資料夾</translation>
    </message>
    <message>
        <source>{0} records have the name, and the picture, of another</source>
        <translation>{0} 筆記錄與另一筆同名，圖片也相同</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes and the personal one, validated</source>
        <translation>{0}：{1}，{3} 個形狀中的 {2} 個及個人形狀，已驗證</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes and the personal one, {4} frames, validated</source>
        <translation>{0}：{1}，{3} 個形狀中的 {2} 個及個人形狀，{4} 影格，已驗證</translation>
    </message>
    <message>
        <source>{0}: its number of values is none</source>
        <translation>{0}：其中值的數量不成數</translation>
    </message>
    <message>
        <source>Hair and background turn as one sheet: the head could not be told from what is behind it</source>
        <translation>頭髮與背景會作為一整張畫面轉動：頭部無法與其後的東西區分開</translation>
    </message>
    <message>
        <source>cutting out the head</source>
        <translation>為頭部去背</translation>
    </message>
    <message>
        <source>filling in what is behind</source>
        <translation>補全後面的畫面</translation>
    </message>
    <message>
        <source>photo {0} may show somebody else than photo 1</source>
        <translation>照片 {0} 中的人可能與照片 1 中的不是同一個人</translation>
    </message>
    <message>
        <source>{0}: not a file of ranges, or damaged</source>
        <translation>{0}：不是範圍檔案，或已損壞</translation>
    </message>
    <message>
        <source>{0}: not a file of ranges, or cut short</source>
        <translation>{0}：不是範圍檔案，或被截斷</translation>
    </message>
    <message>
        <source>there is no Unity script for the files of {0}</source>
        <translation>{0} 的檔案沒有 Unity 腳本</translation>
    </message>
    <message>
        <source>read them as its schema says: docs/your-own-rig.md</source>
        <translation>請按其規格讀取：docs/your-own-rig.md</translation>
    </message>
    <message>
        <source>shaping the hair</source>
        <translation>正在塑造頭髮</translation>
    </message>
    <message>
        <source>looking for the average picture</source>
        <translation>正在尋找平均影像</translation>
    </message>
    <message>
        <source>following pictures to the average: {0} of {1}</source>
        <translation>正在把影像對齊到平均影像：{0} / {1}</translation>
    </message>
    <message>
        <source>working out how the pictures hang on the values</source>
        <translation>正在計算影像如何取決於數值</translation>
    </message>
    <message>
        <source>this link carries the values of a {0} rig, and these are none</source>
        <translation>此連結傳送 {0} 綁定的數值，而這些不是</translation>
    </message>
    <message>
        <source>VTube Studio does not answer what is asked</source>
        <translation>VTube Studio 沒有回答所問</translation>
    </message>
    <message>
        <source>VTube Studio refuses: {0}</source>
        <translation>VTube Studio 拒絕：{0}</translation>
    </message>
    <message>
        <source>{0}: FBX is not written, for no library that is kept up writes it</source>
        <translation>{0}：不寫 FBX，因為沒有仍在維護的程式庫能寫它</translation>
    </message>
    <message>
        <source>take .glb, which Blender, Unity, Unreal and Godot read; Blender makes an FBX of it</source>
        <translation>請用 .glb：Blender、Unity、Unreal 和 Godot 都能讀；Blender 可以由它產生 FBX</translation>
    </message>
    <message>
        <source>without the face parsing network this photo&apos;s hair cannot be told from what is behind it: the head wears the stock shape {0}</source>
        <translation>沒有人臉分割網路，無法把這張照片的頭髮與背景區分開：頭部戴上備用髮型 {0}</translation>
    </message>
    <message>
        <source>{0}: the rig&apos;s values alone; the personal shape is in models only</source>
        <translation>{0}：僅含綁定的數值；個人形狀只在模型中</translation>
    </message>
    <message>
        <source>waiting for VTube Studio, which asks its user</source>
        <translation>正在等待 VTube Studio，它會詢問使用者</translation>
    </message>
    <message>
        <source>{0}: holds {1} MB unpacked, more than any file of weights</source>
        <translation>{0}：解壓後有 {1} MB，超過任何權重檔案</translation>
    </message>
    <message>
        <source>on this face the lips stay apart without the smile</source>
        <translation>在這張臉上，沒有笑容時嘴唇仍然分開</translation>
    </message>
    <message>
        <source>on this face hair gets hardly any shorter</source>
        <translation>在這張臉上，頭髮幾乎不會變短</translation>
    </message>
    <message>
        <source>on this face hair gets hardly any longer</source>
        <translation>在這張臉上，頭髮幾乎不會變長</translation>
    </message>
    <message>
        <source>on this face {0} % of a fringe comes</source>
        <translation>在這張臉上，瀏海只出現約 {0} %</translation>
    </message>
    <message>
        <source>on this face about {0} % of a beard grows</source>
        <translation>在這張臉上，鬍鬚只長出約 {0} %</translation>
    </message>
    <message>
        <source>on this face about {0} years come off</source>
        <translation>在這張臉上，約年輕 {0} 歲</translation>
    </message>
    <message>
        <source>on this face about {0} years are added</source>
        <translation>在這張臉上，約年長 {0} 歲</translation>
    </message>
    <message>
        <source>on this face glasses reach about {0} % of a frame</source>
        <translation>在這張臉上，眼鏡只出現鏡框的約 {0} %</translation>
    </message>
    <message>
        <source>looking how far the knobs reach</source>
        <translation>正在查看旋鈕的作用範圍</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator brings in colours this face does not have</source>
        <translation>{0}：由即時木偶繪製，生成器帶入了這張臉沒有的顏色</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator leaves open what is to shut</source>
        <translation>{0}：由即時木偶繪製，生成器沒有把該閉合的閉上</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator moves it too little</source>
        <translation>{0}：由即時木偶繪製，生成器動得太少</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator&apos;s face is less like the person</source>
        <translation>{0}：由即時木偶繪製，生成器的臉不太像本人</translation>
    </message>
    <message>
        <source>comparing with the live puppet</source>
        <translation>與即時木偶比較</translation>
    </message>
    <message>
        <source>{0}: drawn by the generator</source>
        <translation>{0}：由生成器繪製</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator cannot draw it</source>
        <translation>{0}：由即時木偶繪製，生成器畫不出來</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator draws both sides alike</source>
        <translation>{0}：由即時木偶繪製，生成器只能讓左右一致</translation>
    </message>
    <message>
        <source>Latent leaves this to the live puppet: {0} is never seen on drawn faces</source>
        <translation>潛空間把這一項留給即時木偶：畫出的臉上從未出現{0}</translation>
    </message>
    <message>
        <source>Latent leaves this to the live puppet: {0}</source>
        <translation>潛空間把這一項留給即時木偶：{0}</translation>
    </message>
    <message>
        <source>Latent leaves this to the live puppet</source>
        <translation>潛空間把這一項留給即時木偶</translation>
    </message>
    <message>
        <source>{0} draws this without {1}</source>
        <translation>{0} 繪製此表情時不含 {1}</translation>
    </message>
    <message>
        <source>no film can be encoded here: PyAV has no encoder for MP4</source>
        <translation>這裡無法編碼影片：PyAV 沒有 MP4 編碼器</translation>
    </message>
    <message>
        <source>install the package av from its own wheels</source>
        <translation>請安裝 av 套件官方的 wheel</translation>
    </message>
    <message>
        <source>the frames of the film do not go forward in time</source>
        <translation>影片各影格的時間不是遞增的</translation>
    </message>
    <message>
        <source>the film could not be written: {0}</source>
        <translation>無法寫入影片：{0}</translation>
    </message>
    <message>
        <source>the parts of the film were encoded by different programs</source>
        <translation>影片的各部分由不同的程式編碼</translation>
    </message>
    <message>
        <source>{0}: cannot be read as a film: {1}</source>
        <translation>{0}：無法作為影片讀取：{1}</translation>
    </message>
    <message>
        <source>MP4, MOV, MKV, WebM and AVI can be read</source>
        <translation>可以讀取 MP4、MOV、MKV、WebM 和 AVI</translation>
    </message>
    <message>
        <source>{0}: cannot be read as sound: {1}</source>
        <translation>{0}：無法作為聲音讀取：{1}</translation>
    </message>
    <message>
        <source>WAV, MP3, FLAC, OGG, M4A and the sound of films can be read</source>
        <translation>可以讀取 WAV、MP3、FLAC、OGG、M4A 以及影片的聲音</translation>
    </message>
    <message>
        <source>{0}: has no sound</source>
        <translation>{0}：沒有聲音</translation>
    </message>
    <message>
        <source>{0}: has no sound that can be decoded</source>
        <translation>{0}：沒有可以解碼的聲音</translation>
    </message>
    <message>
        <source>{0}: has {1} samples a second; {2} are needed at least</source>
        <translation>{0}：每秒只有 {1} 個取樣；至少需要 {2} 個</translation>
    </message>
    <message>
        <source>{0}: its sound is of a kind that cannot be decoded here</source>
        <translation>{0}：其聲音的類型在此無法解碼</translation>
    </message>
    <message>
        <source>{0}: its sound is longer than {1} minutes</source>
        <translation>{0}：其聲音超過 {1} 分鐘</translation>
    </message>
    <message>
        <source>cut it first</source>
        <translation>請先剪短</translation>
    </message>
    <message>
        <source>{0}: has no video</source>
        <translation>{0}：沒有視訊</translation>
    </message>
    <message>
        <source>{0}: its video is of a kind that cannot be decoded here</source>
        <translation>{0}：這裡無法解碼這種視訊</translation>
    </message>
    <message>
        <source>{0}: its video has {1} x {2} pixels, which is not decoded</source>
        <translation>{0}：視訊有 {1} x {2} 像素，不予解碼</translation>
    </message>
    <message>
        <source>make it smaller first</source>
        <translation>請先將其縮小</translation>
    </message>
    <message>
        <source>{0}: has no frame that can be decoded</source>
        <translation>{0}：沒有可以解碼的影格</translation>
    </message>
    <message>
        <source>{0}: is longer than any film</source>
        <translation>{0}：比任何影片都長</translation>
    </message>
    <message>
        <source>turning the take into keys</source>
        <translation>正在把片段轉成關鍵影格</translation>
    </message>
    <message>
        <source>a take&apos;s gains are of brows, eyes, gaze, mouth and head, from 0 to {0}</source>
        <translation>片段的增益只用於眉、眼、視線、嘴和頭部，範圍 0 到 {0}</translation>
    </message>
    <message>
        <source>the project lacks the photo {0}</source>
        <translation>專案缺少照片 {0}</translation>
    </message>
    <message>
        <source>{0}: the photo is not the one it was saved with</source>
        <translation>{0}：照片不是儲存時的那張</translation>
    </message>
    <message>
        <source>a film of {0} s is longer than any that is made</source>
        <translation>{0} 秒的影片過長，無法製作</translation>
    </message>
    <message>
        <source>choose a part of it</source>
        <translation>請選擇其中一段</translation>
    </message>
    <message>
        <source>the driver has no frame from {0} to {1} s</source>
        <translation>驅動影片在 {0} 到 {1} 秒之間沒有任何影格</translation>
    </message>
    <message>
        <source>nothing lies from {0} to {1} s</source>
        <translation>{0} 到 {1} 秒之間沒有內容</translation>
    </message>
    <message>
        <source>{0}: shows no face</source>
        <translation>{0}：其中沒有人臉</translation>
    </message>
    <message>
        <source>use a clip with a larger or sharper face</source>
        <translation>請使用人臉更大或更清晰的片段</translation>
    </message>
    <message>
        <source>The driver&apos;s file is to last {0} s longer than its frames do</source>
        <translation>驅動檔案標明的時長比其中的影格長 {0} 秒</translation>
    </message>
    <message>
        <source>following the driver&apos;s face</source>
        <translation>正在追蹤驅動者的臉</translation>
    </message>
    <message>
        <source>often there is not enough memory: make a smaller film; what was drawn is kept</source>
        <translation>常見原因是記憶體不足：請製作較小的影片；已繪製的部分會保留</translation>
    </message>
    <message>
        <source>The driver&apos;s sound cannot be read: the film has none</source>
        <translation>無法讀取驅動影片的聲音：影片沒有聲音</translation>
    </message>
    <message>
        <source>Attributes that change over time are in the film as they are at its beginning</source>
        <translation>隨時間變化的屬性在影片中保持開頭時的樣子</translation>
    </message>
    <message>
        <source>The film has {0} x {1} pixels, which few players show; a smaller one is made sooner</source>
        <translation>影片有 {0} x {1} 像素，很少有播放器能顯示；較小的影片也製作得更快</translation>
    </message>
    <message>
        <source>drawing the film</source>
        <translation>正在繪製影片</translation>
    </message>
    <message>
        <source>joining the film</source>
        <translation>正在合成影片</translation>
    </message>
    <message>
        <source>looking at the film</source>
        <translation>正在檢查影片</translation>
    </message>
    <message>
        <source>{0} goes from 0 to {1}, not {2}</source>
        <translation>{0} 的範圍是 0 到 {1}，不能是 {2}</translation>
    </message>
    <message>
        <source>the clip has no frame at {0} s to take for rest</source>
        <translation>片段在 {0} 秒處沒有可作為靜止狀態的影格</translation>
    </message>
    <message>
        <source>a part of a clip goes from 0 or later to a later time, not {0} to {1} s</source>
        <translation>片段的一段須從 0 或更晚到更晚的時間，不能是 {0} 到 {1} 秒</translation>
    </message>
    <message>
        <source>{0} is not A:B, two times in seconds</source>
        <translation>{0} 不是 A:B 形式的兩個秒數</translation>
    </message>
    <message>
        <source>a film has 1 to {0} frames a second, not {1}</source>
        <translation>影片每秒為 1 到 {0} 格，不能是 {1}</translation>
    </message>
    <message>
        <source>the timeline takes no time: there is nothing to film</source>
        <translation>時間軸沒有時長：沒有可拍的內容</translation>
    </message>
    <message>
        <source>set keys at two moments, or load a take</source>
        <translation>請在兩個時刻設定關鍵影格，或載入片段</translation>
    </message>
    <message>
        <source>photo {0} may be somebody else</source>
        <translation>照片 {0} 可能是別人</translation>
    </message>
    <message>
        <source>stock hair, not the photo&apos;s</source>
        <translation>備用頭髮，非照片中的</translation>
    </message>
    <message>
        <source>port {0}: VTube Studio does not answer: {1}</source>
        <translation>連接埠 {0}：VTube Studio 沒有回應：{1}</translation>
    </message>
    <message>
        <source>its settings have to allow plugins</source>
        <translation>須在其設定中允許外掛程式</translation>
    </message>
    <message>
        <source>it does not read what it is sent</source>
        <translation>它不讀取傳給它的內容</translation>
    </message>
    <message>
        <source>VTube Studio gave no token</source>
        <translation>VTube Studio 未給出權杖</translation>
    </message>
    <message>
        <source>VTube Studio does not allow it</source>
        <translation>VTube Studio 不允許</translation>
    </message>
    <message>
        <source>VTube Studio does not answer what is asked: {0}</source>
        <translation>VTube Studio 沒有回答所問：{0}</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男性</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女性</translation>
    </message>
    <message>
        <source>role shape {0}: the face looks neither way</source>
        <translation>角色體型 {0}：從面部看不出</translation>
    </message>
    <message>
        <source>role shape {0}: without the model {1} nothing tells it from a photo</source>
        <translation>角色體型 {0}：沒有模型 {1}，無法從照片得知</translation>
    </message>
    <message>
        <source>role shape {0}: so the face looks</source>
        <translation>角色體型 {0}：依面部外觀</translation>
    </message>
    <message>
        <source>{0} by default</source>
        <translation>預設為{0}</translation>
    </message>
    <message>
        <source>{0}, as the face looks</source>
        <translation>{0}，按面容判斷</translation>
    </message>
    <message>
        <source>{0} is none of the 52 shapes</source>
        <translation>{0} 不是 52 個形狀之一</translation>
    </message>
    <message>
        <source>{0}: a shape goes from 0 to 1</source>
        <translation>{0}：形狀的範圍是 0 到 1</translation>
    </message>
    <message>
        <source>writing the textures</source>
        <translation>正在寫入紋理</translation>
    </message>
    <message>
        <source>{0} groups of ranges for the {1} values of {2} that move bones</source>
        <translation>{0} 組範圍，而 {2} 有 {1} 個移動骨骼的值</translation>
    </message>
    <message>
        <source>{0}: no face is seen in any of its pictures</source>
        <translation>{0}：其中沒有一張圖片能看到臉部</translation>
    </message>
    <message>
        <source>imagining faces: {0} of {1}</source>
        <translation>正在想像臉孔：{0} / {1}</translation>
    </message>
    <message>
        <source>looking for faces: {0} of {1}</source>
        <translation>正在尋找臉部：{0} / {1}</translation>
    </message>
    <message>
        <source>faces are seen in {0} of {1} pictures that the imitator draws</source>
        <translation>模仿網路繪製的 {1} 張圖片中有 {0} 張能看到臉部</translation>
    </message>
    <message>
        <source>looking where the imitator draws faces: {0} of {1}</source>
        <translation>正在查看模仿網路把臉畫在哪裡：{0} / {1}</translation>
    </message>
    <message>
        <source>step {0} of {1}, mean error of the values {2}</source>
        <translation>第 {0} / {1} 步，數值平均誤差 {2}</translation>
    </message>
    <message>
        <source>step {0} of {1}, mean error of the values {2}, {3} of what is held out</source>
        <translation>第 {0} / {1} 步，數值平均誤差 {2}，保留部分 {3}</translation>
    </message>
    <message>
        <source>working out how the values hang on what is seen</source>
        <translation>正在求出數值與所見之間的關係</translation>
    </message>
    <message>
        <source>{0} is not a regressor</source>
        <translation>{0} 不是迴歸網路</translation>
    </message>
    <message>
        <source>{0}: holds values of another rig than {1}</source>
        <translation>{0}：裡面的數值屬於與 {1} 不同的綁定</translation>
    </message>
    <message>
        <source>{0} is the name of one of the program&apos;s own schemas</source>
        <translation>{0} 是程式自帶規格的名稱</translation>
    </message>
    <message>
        <source>name it otherwise</source>
        <translation>請另取名稱</translation>
    </message>
    <message>
        <source>{0} is hard to name at a command line: better only letters, digits, dots and dashes</source>
        <translation>{0} 在命令列裡不好寫：最好只用字母、數字、點和連字號</translation>
    </message>
    <message>
        <source>{0} and {1} differ by capital letters only</source>
        <translation>{0} 與 {1} 只有大小寫不同</translation>
    </message>
    <message>
        <source>the step of {0} is larger than its range</source>
        <translation>{0} 的步長大於它的範圍</translation>
    </message>
    <message>
        <source>the step of {0} is not whole, as its values are</source>
        <translation>{0} 的步長不是整數，而它的值是整數</translation>
    </message>
    <message>
        <source>the step of {0} is too small to get anywhere</source>
        <translation>{0} 的步長太小，走不到任何地方</translation>
    </message>
    <message>
        <source>The rig {0} is not the one that this project was made with: one of that name was loaded here. What it does not know is kept.</source>
        <translation>綁定「{0}」不是製作此專案時所用的那個：這裡已載入一個同名的。它不認識的內容會保留。</translation>
    </message>
    <message>
        <source>{0}: holds the rig {1}</source>
        <translation>{0}：裡面是綁定 {1}</translation>
    </message>
    <message>
        <source>{0} rigs of this project are kept and not shown, for all together they are too large: {1}</source>
        <translation>此專案有 {0} 個綁定會保留但不顯示，因為合在一起太大：{1}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}，第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>{0} drives {1}, which the head does not have</source>
        <translation>{0} 驅動 {1}，而頭部沒有它</translation>
    </message>
    <message>
        <source>{0} is no name for a schema: letters, digits, dots and dashes, 64 at most</source>
        <translation>{0} 不能作規格的名稱：字母、數字、點和連字號，最多 64 個</translation>
    </message>
    <message>
        <source>the range of {0} must be of whole numbers</source>
        <translation>{0} 的範圍必須是整數</translation>
    </message>
    <message>
        <source>the range of {0} must be 0 to 1</source>
        <translation>{0} 的範圍必須是 0 到 1</translation>
    </message>
    <message>
        <source>{0} needs an option for each number of its range</source>
        <translation>{0} 的範圍中每個數字都需要一個選項</translation>
    </message>
    <message>
        <source>{0} has options and is no choice</source>
        <translation>{0} 有選項，卻不是選擇項</translation>
    </message>
    <message>
        <source>{0}: one-hot values, and no others, say what they are a choice of</source>
        <translation>{0}：只有獨熱值才說明屬於哪一組選擇</translation>
    </message>
    <message>
        <source>not sound TOML: {0}</source>
        <translation>不是正確的 TOML：{0}</translation>
    </message>
    <message>
        <source>the value {0} is not in the file&apos;s order</source>
        <translation>值 {0} 不符合檔案中的順序</translation>
    </message>
    <message>
        <source>the value {0} is declared twice</source>
        <translation>值 {0} 宣告了兩次</translation>
    </message>
    <message>
        <source>the range of {0} has no room above its default</source>
        <translation>{0} 的範圍在預設值之上沒有餘地</translation>
    </message>
    <message>
        <source>{0} is the name of a value and of a pair</source>
        <translation>{0} 既是值的名稱又是成對的名稱</translation>
    </message>
    <message>
        <source>of the values of {0} exactly one must be 1 at default</source>
        <translation>{0} 的值中預設必須恰有一個為 1</translation>
    </message>
    <message>
        <source>without the face parsing network, skin and hair were told apart by the face&apos;s outline and colour</source>
        <translation>沒有人臉分割網路，皮膚與頭髮按臉部輪廓和顏色區分</translation>
    </message>
    <message>
        <source>skin told by colour alone</source>
        <translation>僅憑顏色區分皮膚</translation>
    </message>
    <message>
        <source>the glasses are painted on: nothing shows what is behind them</source>
        <translation>眼鏡是畫上去的：照片沒有顯示眼鏡後面的部分</translation>
    </message>
    <message>
        <source>the glasses are painted on</source>
        <translation>眼鏡是畫上去的</translation>
    </message>
    <message>
        <source>a texture cannot have {0} texels a side</source>
        <translation>貼圖的邊長不能是 {0} 紋素</translation>
    </message>
    <message>
        <source>one of {0}</source>
        <translation>可以是 {0}</translation>
    </message>
    <message>
        <source>taking the light out</source>
        <translation>正在去除光照</translation>
    </message>
    <message>
        <source>filling in what the photo does not show</source>
        <translation>正在補全照片沒有顯示的部分</translation>
    </message>
    <message>
        <source>drawing the texture</source>
        <translation>正在繪製貼圖</translation>
    </message>
    <message>
        <source>making the eyes</source>
        <translation>正在製作眼睛</translation>
    </message>
    <message>
        <source>Textures from photos</source>
        <translation>由照片得到的貼圖</translation>
    </message>
    <message>
        <source>asymmetry {0} is outside 0 to 1</source>
        <translation>不對稱度 {0} 不在 0 到 1 之間</translation>
    </message>
    <message>
        <source>a text is laid on sounds of up to {0} minutes</source>
        <translation>文字只能對齊到不超過 {0} 分鐘的聲音</translation>
    </message>
    <message>
        <source>cut the sound, and the text with it</source>
        <translation>請將聲音連同文字一起剪短</translation>
    </message>
    <message>
        <source>the sound is too short for the text: {0} s of speech for {1} s</source>
        <translation>聲音對文字來說太短：語音 {0} 秒，需要 {1} 秒</translation>
    </message>
    <message>
        <source>speech goes at {0} to {1} words a minute, not {2}</source>
        <translation>語速為每分鐘 {0} 至 {1} 個詞，不能是 {2}</translation>
    </message>
    <message>
        <source>{0} is no voice of espeak-ng</source>
        <translation>{0} 不是 espeak-ng 的語音</translation>
    </message>
    <message>
        <source>the text takes longer than {0} minutes to say</source>
        <translation>說完這段文字需要超過 {0} 分鐘</translation>
    </message>
    <message>
        <source>give it in parts</source>
        <translation>請分段給出</translation>
    </message>
    <message>
        <source>there is nothing in the text that can be said</source>
        <translation>文字中沒有可以說的內容</translation>
    </message>
    <message>
        <source>the text has {0} characters; at most {1}, half an hour of speech, are said at once</source>
        <translation>文字有 {0} 個字元；一次最多說 {1} 個，約半小時語音</translation>
    </message>
    <message>
        <source>espeak-ng gave up on the text</source>
        <translation>espeak-ng 無法處理這段文字</translation>
    </message>
    <message>
        <source>espeak-ng, which speaks texts, is not on this machine</source>
        <translation>這台機器上沒有用來朗讀文字的 espeak-ng</translation>
    </message>
    <message>
        <source>install espeak-ng, or give the sound and the phonemes&apos; times</source>
        <translation>請安裝 espeak-ng，或給出聲音和音素的時間</translation>
    </message>
    <message>
        <source>espeak-ng has no voice {0}</source>
        <translation>espeak-ng 沒有語音 {0}</translation>
    </message>
    <message>
        <source>such as en-us, en-gb, de, fr, es, it, ja or cmn, with a speaker as in en-us+f3</source>
        <translation>例如 en-us、en-gb、de、fr、es、it、ja 或 cmn，也可像 en-us+f3 那樣帶上說話人</translation>
    </message>
    <message>
        <source>espeak-ng could not say the text</source>
        <translation>espeak-ng 無法說出這段文字</translation>
    </message>
    <message>
        <source>Of {0} nobody knows what a mouth shows; it goes on as before</source>
        <translation>不知道 {0} 對應的口型；口型保持不變</translation>
    </message>
    <message>
        <source>the times in {0} go to {1} s, and the sound to {2} s: they do not belong together</source>
        <translation>{0} 中的時間到 {1} 秒，而聲音只到 {2} 秒：兩者不相配</translation>
    </message>
    <message>
        <source>times are to be in seconds</source>
        <translation>時間應以秒為單位</translation>
    </message>
    <message>
        <source>The times in {0} go on for {1} s after the sound</source>
        <translation>{0} 中的時間在聲音結束後還持續 {1} 秒</translation>
    </message>
    <message>
        <source>{0} has {1} samples a second: s, f and sh can hardly be heard in it</source>
        <translation>{0} 每秒只有 {1} 個取樣：幾乎聽不出 s、f 和 sh</translation>
    </message>
    <message>
        <source>{0} is damaged, and its sound ends early</source>
        <translation>{0} 已損壞，其聲音提前結束</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} pieces of its sound are silence</source>
        <translation>{0} 已損壞：其聲音有 {1} 段為靜音</translation>
    </message>
    <message>
        <source>nothing is given that is said</source>
        <translation>沒有給出要說的內容</translation>
    </message>
    <message>
        <source>phonemes with times need no text</source>
        <translation>帶時間的音素不需要文字</translation>
    </message>
    <message>
        <source>a voice and its speed are for a text, and none is given</source>
        <translation>語音及其語速只用於文字，而沒有給出文字</translation>
    </message>
    <message>
        <source>a listener is chosen for a sound alone, without its text or phonemes</source>
        <translation>只有單獨的聲音（沒有文字或音素）才能選擇聆聽者</translation>
    </message>
    <message>
        <source>saying the text</source>
        <translation>正在朗讀文字</translation>
    </message>
    <message>
        <source>reading the sound</source>
        <translation>正在讀取聲音</translation>
    </message>
    <message>
        <source>laying the text on the sound</source>
        <translation>正在將文字對齊到聲音</translation>
    </message>
    <message>
        <source>a sound is samples in one row, or one row for each channel</source>
        <translation>聲音應是一列取樣，或每個聲道一列</translation>
    </message>
    <message>
        <source>the sound holds what is no number</source>
        <translation>聲音裡有不是數字的內容</translation>
    </message>
    <message>
        <source>a sound of {0} samples a second can&apos;t be heard; {1} to {2} can</source>
        <translation>每秒 {0} 個取樣的聲音聽不了；可聽 {1} 到 {2}</translation>
    </message>
    <message>
        <source>the sound has ended</source>
        <translation>聲音已經結束</translation>
    </message>
    <message>
        <source>there is no sound</source>
        <translation>沒有聲音</translation>
    </message>
    <message>
        <source>the sound is longer than {0} hours</source>
        <translation>聲音超過 {0} 小時</translation>
    </message>
    <message>
        <source>PocketSphinx, which listened, knows English only</source>
        <translation>由 PocketSphinx 辨識，它只懂英語</translation>
    </message>
    <message>
        <source>A network listened that was taught by speaking machines: of people it hears most p, b and m, not all; give the text with the sound</source>
        <translation>聽的是一個由語音合成器教出來的網路：真人說的 p、b、m 它能聽出大部分，但不是全部；請把文字和聲音一起給出</translation>
    </message>
    <message>
        <source>Nobody who knows speech listened: the mouth follows how loud it is, and p, b and m are guessed; give the text with the sound</source>
        <translation>沒有辨識語音：口型只跟隨音量，p、b 和 m 是猜測的；請隨聲音給出文字</translation>
    </message>
    <message>
        <source>{0}: nothing is heard in it</source>
        <translation>{0}：其中聽不到任何聲音</translation>
    </message>
    <message>
        <source>its sound is silence from end to end</source>
        <translation>其聲音從頭到尾都是靜音</translation>
    </message>
    <message>
        <source>{0} cannot listen here</source>
        <translation>{0} 在此無法辨識聲音</translation>
    </message>
    <message>
        <source>there are: {0}</source>
        <translation>可用的有：{0}</translation>
    </message>
    <message>
        <source>listening to the sound</source>
        <translation>正在聽聲音</translation>
    </message>
    <message>
        <source>{0} names other visemes than there are</source>
        <translation>{0} 中的口型與現有的不同</translation>
    </message>
    <message>
        <source>{0}: {1} is no blendshape</source>
        <translation>{0}：{1} 不是混合變形</translation>
    </message>
    <message>
        <source>CSV or TSV with phoneme, start and end, Praat&apos;s TextGrid, .lab and Rhubarb&apos;s JSON and TSV can be read</source>
        <translation>可以讀取含音素、開始和結束的 CSV 或 TSV、Praat 的 TextGrid、.lab 以及 Rhubarb 的 JSON 和 TSV</translation>
    </message>
    <message>
        <source>{0}: more than {1} phonemes</source>
        <translation>{0}：音素超過 {1} 個</translation>
    </message>
    <message>
        <source>{0} is no phoneme</source>
        <translation>{0} 不是音素</translation>
    </message>
    <message>
        <source>it has more than {0} lines</source>
        <translation>超過 {0} 行</translation>
    </message>
    <message>
        <source>it has lines of more than {0} characters</source>
        <translation>有超過 {0} 個字元的行</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>它是空的</translation>
    </message>
    <message>
        <source>it is no TextGrid</source>
        <translation>它不是 TextGrid</translation>
    </message>
    <message>
        <source>it has no tier of intervals</source>
        <translation>它沒有區間層</translation>
    </message>
    <message>
        <source>{0}: is no file of phonemes: {1}</source>
        <translation>{0}：不是音素檔案：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} is no mouth of Rhubarb&apos;s</source>
        <translation>{0}：{1} 不是 Rhubarb 的口型</translation>
    </message>
    <message>
        <source>its parts are not in their places</source>
        <translation>各部分不在應有的位置</translation>
    </message>
    <message>
        <source>{0}: is no text in UTF-8 or UTF-16</source>
        <translation>{0}：不是 UTF-8 或 UTF-16 文字</translation>
    </message>
    <message>
        <source>{0} is no time</source>
        <translation>{0} 不是時間</translation>
    </message>
    <message>
        <source>its phonemes are in SAMPA, which is not read</source>
        <translation>其音素是 SAMPA，無法讀取</translation>
    </message>
    <message>
        <source>the TextGrid ends early, or has other parts than it should</source>
        <translation>TextGrid 提前結束，或包含不應有的部分</translation>
    </message>
    <message>
        <source>one of its tiers has more than {0} intervals</source>
        <translation>其中一層的區間超過 {0} 個</translation>
    </message>
    <message>
        <source>{0}: there is no phoneme that is known</source>
        <translation>{0}：沒有已知的音素</translation>
    </message>
    <message>
        <source>they are to be IPA or ARPAbet</source>
        <translation>應為 IPA 或 ARPAbet</translation>
    </message>
    <message>
        <source>{0}: longer than {1} s</source>
        <translation>{0}：超過 {1} 秒</translation>
    </message>
    <message>
        <source>{0}: the times of {1} do not go forward: {2} to {3} s</source>
        <translation>{0}：{1} 的時間沒有向前：{2} 至 {3} 秒</translation>
    </message>
    <message>
        <source>PocketSphinx hears no speech</source>
        <translation>PocketSphinx 沒有聽到語音</translation>
    </message>
    <message>
        <source>what is said has {0} scores, {1} of shut lips and {2} of the voice</source>
        <translation>所說內容有 {0} 的分數、{1} 的閉唇和 {2} 的發聲</translation>
    </message>
    <message>
        <source>the scores of what is said are not shares of 1</source>
        <translation>所說內容的分數之和不為 1</translation>
    </message>
    <message>
        <source>it is not told who found what is said</source>
        <translation>沒有說明是誰辨識了所說內容</translation>
    </message>
    <message>
        <source>There is more unsaved work that was kept.</source>
        <translation>還有其他保留下來的未儲存工作。</translation>
    </message>
    <message>
        <source>On the photo</source>
        <translation>在相片上</translation>
    </message>
    <message>
        <source>Choose the face to edit</source>
        <translation>選擇要編輯的臉</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指標為中心縮放</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>移動相片</translation>
    </message>
    <message>
        <source>Whole photo, or one to one</source>
        <translation>整張相片，或一比一</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>查看原圖</translation>
    </message>
    <message>
        <source>Menu: original, copy the picture, export, zoom</source>
        <translation>選單：原圖、複製圖片、匯出、縮放</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大和縮小</translation>
    </message>
    <message>
        <source>Move the photo, by keyboard</source>
        <translation>移動相片（鍵盤）</translation>
    </message>
    <message>
        <source>The face before, the next face</source>
        <translation>上一張臉、下一張臉</translation>
    </message>
    <message>
        <source>Move the photo, whatever lies under the hand</source>
        <translation>移動相片，不管手下是什麼</translation>
    </message>
    <message>
        <source>Put the wipe line away</source>
        <translation>收起對比擦除線</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>按一下</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滾輪</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖曳</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>按兩下</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>按住</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>按右鍵</translation>
    </message>
    <message>
        <source>On a slider or knob</source>
        <translation>在滑桿或旋鈕上</translation>
    </message>
    <message>
        <source>Change the value; a knob turns up and to the right</source>
        <translation>改變數值；旋鈕向上、向右為增大</translation>
    </message>
    <message>
        <source>Ten times finer</source>
        <translation>精細十倍</translation>
    </message>
    <message>
        <source>In whole steps</source>
        <translation>按整步變化</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢復預設值</translation>
    </message>
    <message>
        <source>Type a value, or a change such as +=2</source>
        <translation>輸入數值，或輸入 +=2 這樣的增減</translation>
    </message>
    <message>
        <source>Menu: reset, copy, paste, favourite, lock</source>
        <translation>選單：重設、複製、貼上、收藏、鎖定</translation>
    </message>
    <message>
        <source>The same menu, for what has the focus</source>
        <translation>同一選單，針對目前焦點</translation>
    </message>
    <message>
        <source>A step; with Shift a fine one, with Ctrl a whole one</source>
        <translation>一步；按住 Shift 為微調，按住 Ctrl 為整步</translation>
    </message>
    <message>
        <source>A large step</source>
        <translation>一大步</translation>
    </message>
    <message>
        <source>The least and the greatest value</source>
        <translation>最小值和最大值</translation>
    </message>
    <message>
        <source>Back to the default, by keyboard</source>
        <translation>恢復預設值（鍵盤）</translation>
    </message>
    <message>
        <source>Type a value; so does any digit</source>
        <translation>輸入數值；按任意數字鍵亦可</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>複製數值</translation>
    </message>
    <message>
        <source>Paste a value</source>
        <translation>貼上數值</translation>
    </message>
    <message>
        <source>While dragging: as if nothing had happened</source>
        <translation>拖曳時：放棄此次改動</translation>
    </message>
    <message>
        <source>Click the number</source>
        <translation>按一下數字</translation>
    </message>
    <message>
        <source>Wheel over the number</source>
        <translation>在數字上滾動滾輪</translation>
    </message>
    <message>
        <source>the export was stopped: its photo was closed; files that were finished are kept</source>
        <translation>匯出已停止：照片已關閉；已完成的檔案會保留</translation>
    </message>
    <message>
        <source>the film was stopped: its photo was closed; what was drawn is kept</source>
        <translation>影片已停止：照片被關閉；已繪製的部分會保留</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>開啟相片</translation>
    </message>
    <message>
        <source>Drop it on the window, paste it, or choose it with Open. A frame shows each face; click the one you want.</source>
        <translation>將相片拖到視窗上、貼上，或用「開啟」選擇。每張臉都有邊框，按一下想要的那張。</translation>
    </message>
    <message>
        <source>Drag a slider</source>
        <translation>拖曳滑桿</translation>
    </message>
    <message>
        <source>The face follows at once. A preset is a whole expression, and Amount says how much of it you get.</source>
        <translation>面部立即隨之變化。預設是一個完整的表情，「強度」決定取用多少。</translation>
    </message>
    <message>
        <source>Compare with the original</source>
        <translation>與原圖對比</translation>
    </message>
    <message>
        <source>Hold the button with the eye, or the backslash key. The wipe shows before and after side by side.</source>
        <translation>按住眼睛按鈕或反斜線鍵。「前後對比擦除」在一條線的兩側顯示前後效果。</translation>
    </message>
    <message>
        <source>Change what somebody looks like</source>
        <translation>改變人物的樣貌</translation>
    </message>
    <message>
        <source>Under Attributes are age, hair, glasses, light and more. The face is looked for first, which takes a while; then the knobs turn.</source>
        <translation>「屬性」中有年齡、頭髮、眼鏡、光線等。程式會先尋找這張臉，需要一些時間，之後旋鈕即可轉動。</translation>
    </message>
    <message>
        <source>Make a game character</source>
        <translation>製作遊戲角色</translation>
    </message>
    <message>
        <source>Under Rig, Fit to photo shapes a game&apos;s head like the face in the photo. Drag the head to turn it.</source>
        <translation>在「綁定」中，「擬合照片」將遊戲頭部塑造成相片中的臉。拖曳頭部可轉動。</translation>
    </message>
    <message>
        <source>Go back and forth</source>
        <translation>復原與重做</translation>
    </message>
    <message>
        <source>Every step can be undone. History lists them all; a click goes there.</source>
        <translation>每一步都可以復原。步驟記錄列出全部步驟，按一下即可回到那一步。</translation>
    </message>
    <message>
        <source>Keep the work</source>
        <translation>儲存作品</translation>
    </message>
    <message>
        <source>Saving writes a project beside the photo. The photo itself is never touched.</source>
        <translation>儲存會在相片旁寫出一個專案檔案，相片本身不會被改動。</translation>
    </message>
    <message>
        <source>Take it elsewhere</source>
        <translation>用到別處</translation>
    </message>
    <message>
        <source>Export writes the picture at its own size, or the rig in the files that games and 3D programs read.</source>
        <translation>「匯出」按原尺寸寫出圖片，或寫出遊戲和三維軟體可讀取的綁定檔案。</translation>
    </message>
    <message>
        <source>Blend heads</source>
        <translation>混合頭部</translation>
    </message>
    <message>
        <source>Drawing the history</source>
        <translation>正在繪製歷程</translation>
    </message>
    <message>
        <source>There is nothing in it that can be opened</source>
        <translation>其中沒有可以開啟的內容</translation>
    </message>
    <message>
        <source>Take a picture, a file or a folder.</source>
        <translation>請使用圖片、檔案或資料夾。</translation>
    </message>
    <message>
        <source>The picture is of a kind that cannot be read: {0}</source>
        <translation>無法讀取這種類型的圖片：{0}</translation>
    </message>
    <message>
        <source>Save it as a PNG or JPEG file and open that.</source>
        <translation>請將其儲存為 PNG 或 JPEG 檔案，再開啟該檔案。</translation>
    </message>
    <message>
        <source>This is a web address, and nothing is fetched from the web</source>
        <translation>這是一個網址，本程式不從網路取得任何內容</translation>
    </message>
    <message>
        <source>Save the picture there first, then open the file, or copy the picture itself.</source>
        <translation>請先在網頁中儲存圖片，再開啟檔案，或者複製圖片本身。</translation>
    </message>
    <message>
        <source>This is text, not a picture</source>
        <translation>這是文字，不是圖片</translation>
    </message>
    <message>
        <source>{0} is not there any more: saving asks for a name</source>
        <translation>{0} 已不在原處：儲存時會詢問名稱</translation>
    </message>
    <message>
        <source>{0} was changed since then: saving asks for a name</source>
        <translation>{0} 在那之後被更改過：儲存時會詢問名稱</translation>
    </message>
    <message>
        <source>{0}: saving asks for a name</source>
        <translation>{0}：儲存時會詢問名稱</translation>
    </message>
    <message>
        <source>Add photos of this person</source>
        <translation>加入此人的照片</translation>
    </message>
    <message>
        <source>Remove a photo of this person</source>
        <translation>移除此人的一張照片</translation>
    </message>
    <message>
        <source>{0}: this photo is there already</source>
        <translation>{0}：這張照片已經有了</translation>
    </message>
    <message>
        <source>{0}: no face was found in the picture</source>
        <translation>{0}：圖片中未找到人臉</translation>
    </message>
    <message>
        <source>{0}: a head is made of {1} photos at most</source>
        <translation>{0}：一個頭部最多由 {1} 張照片產生</translation>
    </message>
    <message>
        <source>{0}: with it the photos are too large for a project</source>
        <translation>{0}：加上它，照片對專案來說太大</translation>
    </message>
    <message>
        <source>{0} was loaded anew and has changed</source>
        <translation>{0} 已重新載入，且內容已變更</translation>
    </message>
    <message>
        <source>fit it again</source>
        <translation>請重新擬合</translation>
    </message>
    <message>
        <source>{0}: no rig is set on a face in it</source>
        <translation>{0}：其中沒有任何臉設定了綁定</translation>
    </message>
    <message>
        <source>reading {0}</source>
        <translation>正在讀取 {0}</translation>
    </message>
    <message>
        <source>the steps of this project belong to faces that are not found any more: its history begins anew</source>
        <translation>此專案的步驟屬於已找不到的臉：歷程將重新開始</translation>
    </message>
    <message>
        <source>{0}: so the settings are the default ones, and changes are not kept</source>
        <translation>{0}：因此使用預設設定，變更不會儲存</translation>
    </message>
    <message>
        <source>Place a face that was not found</source>
        <translation>放置未找到的臉孔</translation>
    </message>
    <message>
        <source>Set a key</source>
        <translation>設定關鍵影格</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>刪除關鍵影格</translation>
    </message>
    <message>
        <source>Way between keys</source>
        <translation>關鍵影格之間的過渡</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>貼上關鍵影格</translation>
    </message>
    <message>
        <source>Move keys</source>
        <translation>移動關鍵影格</translation>
    </message>
    <message>
        <source>Load a take</source>
        <translation>載入片段</translation>
    </message>
    <message>
        <source>Take to keys</source>
        <translation>片段轉為關鍵影格</translation>
    </message>
    <message>
        <source>Take away a take</source>
        <translation>移除片段</translation>
    </message>
    <message>
        <source>The preset {0} is replaced.</source>
        <translation>預設 {0} 已取代。</translation>
    </message>
    <message>
        <source>The preset {0} is deleted.</source>
        <translation>預設 {0} 已刪除。</translation>
    </message>
    <message>
        <source>On a preset</source>
        <translation>在預設上</translation>
    </message>
    <message>
        <source>On the head of a rig</source>
        <translation>在綁定的頭部上</translation>
    </message>
    <message>
        <source>This expression instead of the one that is set</source>
        <translation>用此表情取代目前表情</translation>
    </message>
    <message>
        <source>This expression on top of what is set</source>
        <translation>在目前設定上疊加此表情</translation>
    </message>
    <message>
        <source>Menu of the preset</source>
        <translation>預設的選單</translation>
    </message>
    <message>
        <source>Delete a preset of your own</source>
        <translation>刪除自己的預設</translation>
    </message>
    <message>
        <source>Turn the head</source>
        <translation>轉動頭部</translation>
    </message>
    <message>
        <source>Turn the light</source>
        <translation>轉動燈光</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Look straight at it</source>
        <translation>正面觀看</translation>
    </message>
    <message>
        <source>Menu: look straight at it, or from a side</source>
        <translation>選單：正面或側面觀看</translation>
    </message>
    <message>
        <source>Turn it; with Shift a little</source>
        <translation>轉動；按住 Shift 少量轉動</translation>
    </message>
    <message>
        <source>Zoom, by keyboard</source>
        <translation>縮放（鍵盤）</translation>
    </message>
    <message>
        <source>Look straight at it, by keyboard</source>
        <translation>正面觀看（鍵盤）</translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation>轉台</translation>
    </message>
    <message>
        <source>Turned as in the photo</source>
        <translation>與照片同向</translation>
    </message>
    <message>
        <source>Follow expression</source>
        <translation>跟隨表情</translation>
    </message>
    <message>
        <source>Show the mesh</source>
        <translation>顯示網格</translation>
    </message>
    <message>
        <source>Another light</source>
        <translation>換一種燈光</translation>
    </message>
    <message>
        <source>Keep this head as A and compare</source>
        <translation>把這個頭部留作 A 並比較</translation>
    </message>
    <message>
        <source>See A as long as it is held</source>
        <translation>按住時看 A</translation>
    </message>
    <message>
        <source>the live link is off</source>
        <translation>即時連結已關閉</translation>
    </message>
    <message>
        <source>Set what A has</source>
        <translation>改用 A 的數值</translation>
    </message>
    <message>
        <source>Take {0} from another head</source>
        <translation>從另一個頭取{0}</translation>
    </message>
    <message>
        <source>Asymmetry</source>
        <translation>不對稱</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>在時間軸上</translation>
    </message>
    <message>
        <source>A key there</source>
        <translation>在該處加關鍵影格</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>播放、暫停</translation>
    </message>
    <message>
        <source>Record: sliders set keys</source>
        <translation>錄製：滑桿產生關鍵影格</translation>
    </message>
    <message>
        <source>Move a take</source>
        <translation>移動片段</translation>
    </message>
    <message>
        <source>Cut a take</source>
        <translation>裁剪片段</translation>
    </message>
    <message>
        <source>Ends of the film</source>
        <translation>影片的兩端</translation>
    </message>
    <message>
        <source>{0} files are more than the tray holds; the first {1} are in it</source>
        <translation>{0} 個檔案超出了照片列的容量；前 {1} 個已放入</translation>
    </message>
    <message>
        <source>Left out, for these are no pictures or projects: {0} and {1} more</source>
        <translation>已略去，因為不是圖片或專案：{0} 及另外 {1} 個</translation>
    </message>
    <message>
        <source>Playhead, keys, takes: move them</source>
        <translation>移動播放頭、關鍵影格、片段</translation>
    </message>
    <message>
        <source>Menu: ways between keys, copy</source>
        <translation>選單：過渡方式、複製</translation>
    </message>
    <message>
        <source>A frame back, a frame on</source>
        <translation>後退一格、前進一格</translation>
    </message>
    <message>
        <source>A key in the row</source>
        <translation>在該列加關鍵影格</translation>
    </message>
    <message>
        <source>Move the chosen keys</source>
        <translation>移動所選關鍵影格</translation>
    </message>
    <message>
        <source>Left out, for this is no picture or project: {0}</source>
        <translation>已略去，因為不是圖片或專案：{0}</translation>
    </message>
    <message>
        <source>Reset the face</source>
        <translation>重設這張臉</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>貼上設定</translation>
    </message>
    <message>
        <source>{0} is not sound TOML: {1}</source>
        <translation>{0} 不是完好的 TOML：{1}</translation>
    </message>
    <message>
        <source>a file without sha256 can only come from the hub, which knows it</source>
        <translation>沒有 sha256 的檔案只能來自知道它的 hub</translation>
    </message>
    <message>
        <source>model {0}: {1}</source>
        <translation>模型 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} {1} stands there twice</source>
        <translation>{0} {1} 出現了兩次</translation>
    </message>
    <message>
        <source>model {0}: it requires {1}, which is not there or requires others itself</source>
        <translation>模型 {0}：它需要 {1}，而後者不存在，或自身還需要其他模型</translation>
    </message>
    <message>
        <source>{0} from {1} is not the file it should be; it was deleted</source>
        <translation>來自 {1} 的 {0} 不是應有的檔案；已將其刪除</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}</source>
        <translation>無法寫入 {0}：{1}</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>正在寫入 {0}</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>正在驗證 {0}</translation>
    </message>
    <message>
        <source>the model {0} could not be downloaded: {1}</source>
        <translation>無法下載模型 {0}：{1}</translation>
    </message>
    <message>
        <source>the model {0} is damaged</source>
        <translation>模型 {0} 已損毀</translation>
    </message>
    <message>
        <source>the model {0} is not on this machine</source>
        <translation>這部電腦上沒有模型 {0}</translation>
    </message>
    <message>
        <source>the model {0} is for {1} only</source>
        <translation>模型 {0} 只適用於 {1}</translation>
    </message>
    <message>
        <source>the model {0}: {1}</source>
        <translation>模型 {0}：{1}</translation>
    </message>
    <message>
        <source>it has no source</source>
        <translation>它沒有來源</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>缺少 {0}</translation>
    </message>
    <message>
        <source>Looking at {0}</source>
        <translation>正在檢視 {0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在讀取 {0}</translation>
    </message>
    <message>
        <source>the model {0} could not be removed: {1}</source>
        <translation>無法移除模型 {0}：{1}</translation>
    </message>
    <message>
        <source>the archive of {0} is not what it should be; it was deleted</source>
        <translation>{0} 的壓縮檔不是應有的檔案；已將其刪除</translation>
    </message>
    <message>
        <source>it is not known what {0} should be</source>
        <translation>不知道 {0} 應是什麼內容</translation>
    </message>
    <message>
        <source>{0} is not what it should be</source>
        <translation>{0} 不是應有的檔案</translation>
    </message>
    <message>
        <source>Asking {0}</source>
        <translation>正在詢問 {0}</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>正在下載 {0}</translation>
    </message>
    <message>
        <source>{0} is fetched with huggingface_hub, which is not installed</source>
        <translation>{0} 須用 huggingface_hub 取得，但尚未安裝</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>沒有回應</translation>
    </message>
    <message>
        <source>{0} gave an answer that cannot be read</source>
        <translation>{0} 給出的回應無法讀取</translation>
    </message>
    <message>
        <source>{0} can only be fetched by a Python that has pip</source>
        <translation>{0} 只能由帶有 pip 的 Python 取得</translation>
    </message>
    <message>
        <source>{0} is fetched with npm, which is not on this machine</source>
        <translation>{0} 須用 npm 取得，而這部電腦上沒有</translation>
    </message>
    <message>
        <source>check the network and the settings of {0}</source>
        <translation>請檢查網路和 {0} 的設定</translation>
    </message>
    <message>
        <source>this Python has no pip, with which models are downloaded</source>
        <translation>這個 Python 沒有下載模型所需的 pip</translation>
    </message>
    <message>
        <source>{0} is not a folder</source>
        <translation>{0} 不是資料夾</translation>
    </message>
    <message>
        <source>{0} is used from the folder that holds all its files</source>
        <translation>{0} 須從存有其全部檔案的資料夾中使用</translation>
    </message>
    <message>
        <source>{0} does not hold {1}: it has no {2} and lacks {3} more</source>
        <translation>{0} 不含 {1}：缺少 {2} 以及另外 {3} 個</translation>
    </message>
    <message>
        <source>{0} does not hold {1}: it has no {2}</source>
        <translation>{0} 不含 {1}：缺少 {2}</translation>
    </message>
    <message>
        <source>it needs {0}</source>
        <translation>它需要 {0}</translation>
    </message>
    <message>
        <source>the take has no blendshape weights to write</source>
        <translation>錄製片段沒有可寫入的混合變形權重</translation>
    </message>
    <message>
        <source>a timecode cannot tell of samples as near or as far apart as the take&apos;s</source>
        <translation>時間碼無法表示這段錄製如此密集或如此稀疏的取樣</translation>
    </message>
    <message>
        <source>a time of day is 0 to {0} s</source>
        <translation>一天中的時刻應為 0 到 {0} 秒</translation>
    </message>
    <message>
        <source>a timecode counts 1 to {0} frames a second, not {1}</source>
        <translation>時間碼每秒計 1 到 {0} 影格，而不是 {1} 影格</translation>
    </message>
    <message>
        <source>has no row with a face</source>
        <translation>沒有一列含有臉孔</translation>
    </message>
    <message>
        <source>is no Live Link Face CSV</source>
        <translation>不是 Live Link Face 的 CSV</translation>
    </message>
    <message>
        <source>its first line begins with Timecode,BlendShapeCount</source>
        <translation>它的首列以 Timecode,BlendShapeCount 開頭</translation>
    </message>
    <message>
        <source>has no column of a blendshape</source>
        <translation>沒有任何混合變形的欄</translation>
    </message>
    <message>
        <source>line {0} has no timecode, but {1}</source>
        <translation>第 {0} 列沒有時間碼，卻是 {1}</translation>
    </message>
    <message>
        <source>line {0} has the timecode {1}, which is no time of day</source>
        <translation>第 {0} 列的時間碼 {1} 不是一天中的時刻</translation>
    </message>
    <message>
        <source>its last number counts {0} frames a second</source>
        <translation>它的最後一個數每秒計 {0} 影格</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>不是文字</translation>
    </message>
    <message>
        <source>is longer than any recording</source>
        <translation>比任何錄製都長</translation>
    </message>
    <message>
        <source>the field unseen says why a file has no sha256, and is there only then</source>
        <translation>欄位 unseen 說明檔案為何沒有 sha256，且僅在此時出現</translation>
    </message>
    <message>
        <source>getting them under Models takes those that come now as right from now on</source>
        <translation>在「模型」中取得，即以這次得到的檔案為準</translation>
    </message>
    <message>
        <source>it can be had and agreed to under Models</source>
        <translation>可在「模型」中取得並同意授權</translation>
    </message>
    <message>
        <source>install Node.js, or import the files under Models</source>
        <translation>請安裝 Node.js，或在「模型」中匯入檔案</translation>
    </message>
    <message>
        <source>has the column {0} twice</source>
        <translation>{0} 這一欄出現了兩次</translation>
    </message>
    <message>
        <source>line {0} has {1} values where the first line has {2}</source>
        <translation>第 {0} 列有 {1} 個值，而首列有 {2} 個</translation>
    </message>
    <message>
        <source>line {0} goes back in time</source>
        <translation>第 {0} 列的時間倒退了</translation>
    </message>
    <message>
        <source>its timecode may count another number of frames a second than {0}</source>
        <translation>它的時間碼每秒的影格數可能不是 {0}</translation>
    </message>
    <message>
        <source>there is no control {0} to move</source>
        <translation>沒有可以移動的控制項 {0}</translation>
    </message>
    <message>
        <source>a key at {0} s of value {1} is beyond all measure</source>
        <translation>{0} 秒處、值為 {1} 的關鍵影格超出了一切範圍</translation>
    </message>
    <message>
        <source>a curve needs the name of a control and 1 to {0} keys</source>
        <translation>曲線需要控制項的名稱和 1 到 {0} 個關鍵影格</translation>
    </message>
    <message>
        <source>a curve is asked for a time that is not a number</source>
        <translation>向曲線詢問的時間不是數值</translation>
    </message>
    <message>
        <source>{0} has no key at {1} s</source>
        <translation>{0} 在 {1} 秒處沒有關鍵影格</translation>
    </message>
    <message>
        <source>{0} has two curves</source>
        <translation>{0} 有兩條曲線</translation>
    </message>
    <message>
        <source>a key is not two numbers and an interpolation</source>
        <translation>關鍵影格不是兩個數和一種插值方式</translation>
    </message>
    <message>
        <source>two keys of {0} stand at {1} s</source>
        <translation>{0} 有兩個關鍵影格都在 {1} 秒處</translation>
    </message>
    <message>
        <source>the least reach must be more than 0</source>
        <translation>最小幅度必須大於 0</translation>
    </message>
    <message>
        <source>a retargeting needs each channel once, with finite numbers</source>
        <translation>重定向需要每個通道各出現一次，並且數值有限</translation>
    </message>
    <message>
        <source>a filter needs cut-offs above 0 Hz and a beta of 0 or more</source>
        <translation>濾波器的截止頻率須大於 0 Hz，beta 須為 0 或更大</translation>
    </message>
    <message>
        <source>a filter&apos;s time must go forward</source>
        <translation>濾波器的時間必須向前</translation>
    </message>
    <message>
        <source>the take has no channel {0}</source>
        <translation>錄製片段沒有通道 {0}</translation>
    </message>
    <message>
        <source>a take has {0} tracks and {1} channels</source>
        <translation>錄製片段有 {0} 條軌道和 {1} 個通道</translation>
    </message>
    <message>
        <source>the channel {0} stands twice in a take</source>
        <translation>通道 {0} 在錄製片段中出現了兩次</translation>
    </message>
    <message>
        <source>a take cannot have {0} frames a second</source>
        <translation>錄製片段不能是每秒 {0} 影格</translation>
    </message>
    <message>
        <source>a take says too much about where it comes from</source>
        <translation>錄製片段的來源說明過長</translation>
    </message>
    <message>
        <source>the gaps of a take are not apart and in order</source>
        <translation>錄製片段的空缺沒有分開或沒有按順序排列</translation>
    </message>
    <message>
        <source>a take is longer than any recording</source>
        <translation>錄製片段比任何錄製都長</translation>
    </message>
    <message>
        <source>the take has {0} frames, and none of number {1}</source>
        <translation>錄製片段有 {0} 影格，沒有第 {1} 影格</translation>
    </message>
    <message>
        <source>{0}: takes are written as {1}</source>
        <translation>{0}：錄製片段以 {1} 寫入</translation>
    </message>
    <message>
        <source>is a .npz, but holds no take</source>
        <translation>是 .npz，但其中沒有錄製片段</translation>
    </message>
    <message>
        <source>holds a take of version {0}, which this Facewright does not know</source>
        <translation>其中的錄製片段是版本 {0}，這個 Facewright 不認識</translation>
    </message>
    <message>
        <source>a take has names that cannot be written</source>
        <translation>錄製片段含有無法寫入的名稱</translation>
    </message>
    <message>
        <source>holds a take whose numbers are of another kind</source>
        <translation>其中錄製片段的數值類型不對</translation>
    </message>
    <message>
        <source>a take lies on the timeline with an absurd offset, weight or fade</source>
        <translation>錄製片段在時間軸上的偏移、權重或淡入淡出不合理</translation>
    </message>
    <message>
        <source>a take goes from {0} to {1} s, and cannot be cut to {2} to {3} s</source>
        <translation>錄製片段從 {0} 到 {1} 秒，不能裁切為 {2} 到 {3} 秒</translation>
    </message>
    <message>
        <source>a timeline has {0} takes and {1} curves</source>
        <translation>時間軸有 {0} 個錄製片段和 {1} 條曲線</translation>
    </message>
    <message>
        <source>a film cannot go from {0} to {1} s</source>
        <translation>影片不能從 {0} 到 {1} 秒</translation>
    </message>
    <message>
        <source>a film of {0} s cannot have {1} frames a second</source>
        <translation>{0} 秒的影片不能是每秒 {1} 影格</translation>
    </message>
    <message>
        <source>a timeline is asked for a time that is not a finite number</source>
        <translation>向時間軸詢問的時間不是有限數</translation>
    </message>
    <message>
        <source>the timeline needs the take {0}, which is not there</source>
        <translation>時間軸需要錄製片段 {0}，但它不存在</translation>
    </message>
    <message>
        <source>the timeline is of version {0}; this Facewright knows {1}</source>
        <translation>時間軸是版本 {0}；這個 Facewright 認識 {1}</translation>
    </message>
    <message>
        <source>open it with a newer Facewright</source>
        <translation>請用更新版本的 Facewright 開啟</translation>
    </message>
    <message>
        <source>a timeline of version {0} never was</source>
        <translation>從來沒有版本 {0} 的時間軸</translation>
    </message>
    <message>
        <source>the timeline is damaged: {0}</source>
        <translation>時間軸已損毀：{0}</translation>
    </message>
    <message>
        <source>the channels of a track are not names, or more than {0}</source>
        <translation>軌道的通道不是名稱，或多於 {0} 個</translation>
    </message>
    <message>
        <source>the channel {0} stands twice in a track</source>
        <translation>通道 {0} 在軌道中出現了兩次</translation>
    </message>
    <message>
        <source>a track of {0} channels has times {1} and values {2}</source>
        <translation>有 {0} 個通道的軌道，時間是 {1}，值是 {2}</translation>
    </message>
    <message>
        <source>the times of a track do not go forward, or its values are not finite</source>
        <translation>軌道的時間沒有一直向前，或其值不是有限數</translation>
    </message>
    <message>
        <source>a track is asked for a time that is not a finite number</source>
        <translation>向軌道詢問的時間不是有限數</translation>
    </message>
    <message>
        <source>a track cannot be sampled {0} times a second</source>
        <translation>軌道不能每秒取樣 {0} 次</translation>
    </message>
    <message>
        <source>nothing of the track lies from {0} to {1} s</source>
        <translation>軌道在 {0} 到 {1} 秒之間沒有內容</translation>
    </message>
    <message>
        <source>it goes from {0} to {1} s</source>
        <translation>它從 {0} 到 {1} 秒</translation>
    </message>
    <message>
        <source>a track holds something that is not a number</source>
        <translation>軌道含有不是數值的內容</translation>
    </message>
    <message>
        <source>the track has no channel {0}</source>
        <translation>軌道沒有通道 {0}</translation>
    </message>
    <message>
        <source>the model {0} in {1} could not be loaded</source>
        <translation>無法載入 {1} 中的模型 {0}</translation>
    </message>
    <message>
        <source>{0} is not the face parsing network: {1} tensors, expected {2}</source>
        <translation>{0} 不是臉孔分割網路：有 {1} 個張量，應有 {2} 個</translation>
    </message>
    <message>
        <source>{0} is not the face parsing network: {1}</source>
        <translation>{0} 不是臉孔分割網路：{1}</translation>
    </message>
    <message>
        <source>close other programs, or draw on the processor ({0}=cpu)</source>
        <translation>請關閉其他程式，或改用處理器繪製（{0}=cpu）</translation>
    </message>
    <message>
        <source>unknown device {0}</source>
        <translation>未知的裝置 {0}</translation>
    </message>
    <message>
        <source>there is no {0} device here</source>
        <translation>這裡沒有 {0} 裝置</translation>
    </message>
    <message>
        <source>this machine has {0}</source>
        <translation>這部電腦有 {0}</translation>
    </message>
    <message>
        <source>{0} is not a face parsing network</source>
        <translation>{0} 不是臉孔分割網路</translation>
    </message>
    <message>
        <source>{0} is not a face parsing network, or is damaged: {1}</source>
        <translation>{0} 不是臉孔分割網路，或已損毀：{1}</translation>
    </message>
    <message>
        <source>{0}: is no network as dlib writes them, or damaged: {1}</source>
        <translation>{0}：不是 dlib 寫出的網路，或已損毀：{1}</translation>
    </message>
    <message>
        <source>layers that are not known</source>
        <translation>含有未知的層</translation>
    </message>
    <message>
        <source>no whole number at byte {0}</source>
        <translation>第 {0} 位元組處不是整數</translation>
    </message>
    <message>
        <source>no real number at byte {0}</source>
        <translation>第 {0} 位元組處不是實數</translation>
    </message>
    <message>
        <source>no text at byte {0}</source>
        <translation>第 {0} 位元組處不是文字</translation>
    </message>
    <message>
        <source>{0} instead of {1} at byte {2}</source>
        <translation>第 {2} 位元組處是 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>a number that is not finite before byte {0}</source>
        <translation>第 {0} 位元組之前有不是有限數的值</translation>
    </message>
    <message>
        <source>no flags at byte {0}</source>
        <translation>第 {0} 位元組處沒有標誌</translation>
    </message>
    <message>
        <source>{0} bytes too many</source>
        <translation>多出 {0} 位元組</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>過早結束</translation>
    </message>
    <message>
        <source>a mean of {0}</source>
        <translation>平均值為 {0}</translation>
    </message>
    <message>
        <source>{0} is no LPIPS network, or is damaged: {1}</source>
        <translation>{0} 不是 LPIPS 網路，或已損毀：{1}</translation>
    </message>
    <message>
        <source>{0} is no LPIPS network</source>
        <translation>{0} 不是 LPIPS 網路</translation>
    </message>
    <message>
        <source>memory was short: what was not in use was let go of</source>
        <translation>記憶體不足：已釋放未使用的內容</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查詢臉孔</translation>
    </message>
    <message>
        <source>save it with 8 or 16 bits a channel in gray or RGB</source>
        <translation>請以每通道 8 位元或 16 位元的灰階或 RGB 儲存</translation>
    </message>
    <message>
        <source>the identity model in {0} could not be loaded</source>
        <translation>無法載入 {0} 中的身分模型</translation>
    </message>
    <message>
        <source>the photo&apos;s colour profile can be shown but not written into</source>
        <translation>這張照片的色彩描述檔可以顯示，但不能寫入</translation>
    </message>
    <message>
        <source>convert the photo to sRGB first</source>
        <translation>請先把照片轉換為 sRGB</translation>
    </message>
    <message>
        <source>the face model {0} could not be loaded</source>
        <translation>無法載入臉孔模型 {0}</translation>
    </message>
    <message>
        <source>there is no face {0}</source>
        <translation>沒有第 {0} 張臉</translation>
    </message>
    <message>
        <source>the picture has faces 0 to {0}</source>
        <translation>圖片中有第 0 到 {0} 張臉</translation>
    </message>
    <message>
        <source>a measurement is not a finite number</source>
        <translation>一項測量不是有限數</translation>
    </message>
    <message>
        <source>{0}: no face found</source>
        <translation>{0}：沒有找到臉孔</translation>
    </message>
    <message>
        <source>picture: no face found</source>
        <translation>圖片：沒有找到臉孔</translation>
    </message>
    <message>
        <source>{0}: the photo is {1} and cannot be copied under that ending</source>
        <translation>{0}：照片是 {1}，不能以該副檔名複製</translation>
    </message>
    <message>
        <source>a picture of {0} x {1} pixels cannot be written as {2}</source>
        <translation>{0} x {1} 像素的圖片不能寫成 {2}</translation>
    </message>
    <message>
        <source>use PNG or TIFF</source>
        <translation>請使用 PNG 或 TIFF</translation>
    </message>
    <message>
        <source>counting: {0} of {1}</source>
        <translation>計數：第 {0} 個，共 {1} 個</translation>
    </message>
    <message>
        <source>a child process ended by itself (exit code {0})</source>
        <translation>一個子處理程序自行結束（結束代碼 {0}）</translation>
    </message>
    <message>
        <source>often there is not enough memory: close other programs</source>
        <translation>通常是記憶體不足：請關閉其他程式</translation>
    </message>
    <message>
        <source>a child process said something that cannot be read</source>
        <translation>一個子處理程序傳來的內容無法讀取</translation>
    </message>
    <message>
        <source>a child process could not be started: {0}</source>
        <translation>無法啟動子處理程序：{0}</translation>
    </message>
    <message>
        <source>there is no task {0} for a child process</source>
        <translation>子處理程序沒有工作 {0}</translation>
    </message>
    <message>
        <source>a child process failed: {0}</source>
        <translation>一個子處理程序失敗：{0}</translation>
    </message>
    <message>
        <source>use processes of this machine</source>
        <translation>改用本機的處理程序</translation>
    </message>
    <message>
        <source>the program and the models must be installed on all its machines; what was done is kept</source>
        <translation>所有機器上都必須裝有本程式和模型；已完成的內容會保留</translation>
    </message>
    <message>
        <source>a cluster needs Ray, which is not installed</source>
        <translation>叢集需要 Ray，但尚未安裝</translation>
    </message>
    <message>
        <source>a child process was asked something that cannot be read</source>
        <translation>傳給子處理程序的要求無法讀取</translation>
    </message>
    <message>
        <source>often there is not enough memory: use fewer processes</source>
        <translation>通常是記憶體不足：請減少處理程序數</translation>
    </message>
    <message>
        <source>a worker process failed: {0}</source>
        <translation>工作處理程序失敗：{0}</translation>
    </message>
    <message>
        <source>a worker process ended by itself (exit code {0})</source>
        <translation>工作處理程序自行結束（結束代碼 {0}）</translation>
    </message>
    <message>
        <source>the program {0} could not be started: {1}</source>
        <translation>無法啟動程式 {0}：{1}</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>{0}: holds a training with other settings</source>
        <translation>{0}：其中的訓練使用了其他設定</translation>
    </message>
    <message>
        <source>choose another folder, or remove this one</source>
        <translation>請選擇其他資料夾，或刪除此資料夾</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>waiting until the training before has stopped</source>
        <translation>正在等待上一次訓練停止</translation>
    </message>
    <message>
        <source>there is nothing called {0} to set on a face</source>
        <translation>臉孔上沒有可以設定的 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not text</source>
        <translation>{0}：{1} 不是文字</translation>
    </message>
    <message>
        <source>{0}: the project is larger than any that can be read again; nothing was saved</source>
        <translation>{0}：專案大到無法再讀取；沒有儲存任何內容</translation>
    </message>
    <message>
        <source>{0}: the project does not read back as written; nothing was saved</source>
        <translation>{0}：讀回的專案與寫入的不同；沒有儲存任何內容</translation>
    </message>
    <message>
        <source>the project holds a value that no file can keep</source>
        <translation>專案中有一個任何檔案都無法儲存的值</translation>
    </message>
    <message>
        <source>its description holds what no project does</source>
        <translation>它的描述含有專案中不會有的內容</translation>
    </message>
    <message>
        <source>{0}: in use by another Facewright</source>
        <translation>{0}：正被另一個 Facewright 使用</translation>
    </message>
    <message>
        <source>the project lacks {0}, which a face needs</source>
        <translation>專案缺少臉孔所需的 {0}</translation>
    </message>
    <message>
        <source>{0}: a damaged timeline</source>
        <translation>{0}：時間軸已損毀</translation>
    </message>
    <message>
        <source>{0}: is not the take it was saved with</source>
        <translation>{0}：不是當初儲存的錄製片段</translation>
    </message>
    <message>
        <source>unknown blendshape weight {0}</source>
        <translation>未知的混合變形權重 {0}</translation>
    </message>
    <message>
        <source>a deformation has {0} weights, not {1}</source>
        <translation>變形有 {0} 個權重，而不是 {1} 個</translation>
    </message>
    <message>
        <source>a deformation holds a value that is not a finite number</source>
        <translation>變形含有不是有限數的值</translation>
    </message>
    <message>
        <source>the landmarks of a key make no face</source>
        <translation>一個關鍵表情的特徵點構不成臉孔</translation>
    </message>
    <message>
        <source>there is no key {0}</source>
        <translation>沒有關鍵表情 {0}</translation>
    </message>
    <message>
        <source>the {0} key is no pair of square colour pictures of one size</source>
        <translation>關鍵表情「{0}」不是一對同尺寸的正方形彩色圖片</translation>
    </message>
    <message>
        <source>the landmarks of the {0} key are unusable</source>
        <translation>關鍵表情「{0}」的特徵點無法使用</translation>
    </message>
    <message>
        <source>the blendshapes of the {0} key are unusable</source>
        <translation>關鍵表情「{0}」的混合變形無法使用</translation>
    </message>
    <message>
        <source>there is no key to blend in</source>
        <translation>沒有可融合的關鍵表情</translation>
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
        <source>laying on the {0} key</source>
        <translation>貼上關鍵表情：{0}</translation>
    </message>
    <message>
        <source>matching the {0} key&apos;s colours</source>
        <translation>調和關鍵表情的顏色：{0}</translation>
    </message>
    <message>
        <source>completing the key&apos;s teeth</source>
        <translation>補全關鍵表情的牙齒</translation>
    </message>
    <message>
        <source>shaping the {0} key&apos;s mouth</source>
        <translation>塑造關鍵表情的嘴：{0}</translation>
    </message>
    <message>
        <source>the face&apos;s crop must be a square colour picture</source>
        <translation>臉孔的裁切必須是正方形彩色圖片</translation>
    </message>
    <message>
        <source>the landmarks of this face are unusable</source>
        <translation>這張臉的特徵點無法使用</translation>
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
        <source>a person&apos;s pictures must all have the same depth</source>
        <translation>同一個人的所有圖片必須具有相同的位元深度</translation>
    </message>
    <message>
        <source>{0}: made by a newer Facewright (rig version {1})</source>
        <translation>{0}：由較新版本的 Facewright 建立（綁定版本 {1}）</translation>
    </message>
    <message>
        <source>{0}: unknown role shape {1}</source>
        <translation>{0}：未知的角色體型 {1}</translation>
    </message>
    <message>
        <source>{0}: has no values</source>
        <translation>{0}：沒有值</translation>
    </message>
    <message>
        <source>{0}: not a sensible number</source>
        <translation>{0}：不是合理的數值</translation>
    </message>
    <message>
        <source>{0}: not a rig file: {1}</source>
        <translation>{0}：不是綁定檔案：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} has no value {2}</source>
        <translation>{0}：{1} 沒有值 {2}</translation>
    </message>
    <message>
        <source>{0}: OBJ files end in .obj</source>
        <translation>{0}：OBJ 檔案以 .obj 結尾</translation>
    </message>
    <message>
        <source>{0}: not an OBJ mesh, or damaged</source>
        <translation>{0}：不是 OBJ 網格，或已損毀</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 位元組</translation>
    </message>
    <message>
        <source>{0} cannot be read back: {1}</source>
        <translation>無法讀回 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} has no value {1}</source>
        <translation>{0} 沒有值 {1}</translation>
    </message>
    <message>
        <source>unknown rig schema {0}</source>
        <translation>未知的綁定規格 {0}</translation>
    </message>
    <message>
        <source>{0} has no role shape {1}</source>
        <translation>{0} 沒有角色體型 {1}</translation>
    </message>
    <message>
        <source>values of the rig {0} given where {1} is needed</source>
        <translation>給出的是綁定 {0} 的值，而需要 {1} 的</translation>
    </message>
    <message>
        <source>{0} has {1} values, not {2}</source>
        <translation>{0} 有 {1} 個值，而不是 {2} 個</translation>
    </message>
    <message>
        <source>rig values must be finite numbers</source>
        <translation>綁定的值必須是有限數</translation>
    </message>
    <message>
        <source>unknown role shape {0}</source>
        <translation>未知的角色體型 {0}</translation>
    </message>
    <message>
        <source>rig values must be numbers</source>
        <translation>綁定的值必須是數值</translation>
    </message>
    <message>
        <source>strength {0} is outside 0 to 2</source>
        <translation>強度 {0} 超出 0 到 2 的範圍</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重設</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>重設{0}</translation>
    </message>
    <message>
        <source>The work could not be kept for recovery.</source>
        <translation>無法儲存用於恢復的內容。</translation>
    </message>
    <message>
        <source>Expression of {0}</source>
        <translation>{0} 的表情</translation>
    </message>
    <message>
        <source>Something went wrong inside the engine: {0}</source>
        <translation>引擎內部出了問題：{0}</translation>
    </message>
    <message>
        <source>Your work is kept. Details are in the report.</source>
        <translation>您的工作已保留。詳細資訊見報告。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>記憶體不足，無法完成。</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller picture.</source>
        <translation>請關閉其他程式，或使用較小的圖片。</translation>
    </message>
    <message>
        <source>the editor did not draw within a minute</source>
        <translation>編輯器沒有在一分鐘內完成繪製</translation>
    </message>
    <message>
        <source>the mirror of {0} is not there, or is not its mirror</source>
        <translation>{0} 的鏡像值不存在，或不以它為鏡像</translation>
    </message>
    <message>
        <source>A step up or down, once the pointer rests there</source>
        <translation>指標停在數字上後，增大或減小一步</translation>
    </message>
    <message>
        <source>A step, over the slider; with Shift a fine one, with Ctrl a whole one</source>
        <translation>在滑桿上變化一步；按住 Shift 為微調，按住 Ctrl 為整步</translation>
    </message>
    <message>
        <source>Fit to photo</source>
        <translation>擬合照片</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>隨機</translation>
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
        <source>Preset amount</source>
        <translation>預設集強度</translation>
    </message>
    <message>
        <source>Role shape</source>
        <translation>角色體型</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>左右互換</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>匯入 {0}</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>出現了不該發生的問題。</translation>
    </message>
    <message>
        <source>Your work has been kept. Save it under a new name and start again.</source>
        <translation>您的工作已保留。請以新名稱儲存並重新啟動。</translation>
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
        <source>{0} is not a picture that can be read</source>
        <translation>{0} 不是可讀取的圖片</translation>
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
        <source>use a sharper or larger picture of the face, or turn it the right way up</source>
        <translation>請使用臉孔更清晰或更大的圖片，或把圖片轉正</translation>
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
        <source>choose another name</source>
        <translation>請換一個名稱</translation>
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
        <source>it has no version</source>
        <translation>它沒有版本號</translation>
    </message>
    <message>
        <source>the photo is missing</source>
        <translation>缺少照片</translation>
    </message>
    <message>
        <source>the photo is not the one it was saved with</source>
        <translation>照片不是當初儲存的那一張</translation>
    </message>
    <message>
        <source>{0}: a damaged project: its description cannot be read</source>
        <translation>{0}：專案已損毀：無法讀取其描述</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>the preset {0}: {1}</source>
        <translation>預設 {0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1}, read back; {2} keeps colours only nearly</source>
        <translation>{0}：{1}，已讀回；{2} 只能近似保留顏色</translation>
    </message>
    <message>
        <source>{0}: the photo&apos;s own bytes, nothing was changed</source>
        <translation>{0}：照片原本的位元組，沒有任何改動</translation>
    </message>
    <message>
        <source>{0}: {1}, read back and found the same</source>
        <translation>{0}：{1}，已讀回並確認一致</translation>
    </message>
    <message>
        <source>{0} came back in another size</source>
        <translation>{0} 讀回時尺寸不同</translation>
    </message>
    <message>
        <source>the disk may be failing; write it somewhere else</source>
        <translation>磁碟可能有故障；請寫到別處</translation>
    </message>
    <message>
        <source>{0} came back with other pixels</source>
        <translation>{0} 讀回時像素不同</translation>
    </message>
    <message>
        <source>the disk may be failing; write it elsewhere</source>
        <translation>磁碟可能有故障；請寫到別處</translation>
    </message>
    <message>
        <source>{0}: a record&apos;s name must end with the role shape 3 or 4</source>
        <translation>{0}：記錄的名稱必須以角色體型 3 或 4 結尾</translation>
    </message>
    <message>
        <source>a database needs {0} finite values for each of its {1} names</source>
        <translation>資料庫需要為 {1} 個名稱各提供 {0} 個有限的值</translation>
    </message>
    <message>
        <source>{0}: too short for a database</source>
        <translation>{0}：太短，不是資料庫</translation>
    </message>
    <message>
        <source>{0}: promises {1} records, which it cannot hold</source>
        <translation>{0}：聲稱有 {1} 條記錄，但容不下</translation>
    </message>
    <message>
        <source>{0} bytes after the last record</source>
        <translation>最後一條記錄之後還有 {0} 位元組</translation>
    </message>
    <message>
        <source>{0}...: the name is too long for a database</source>
        <translation>{0}...：名稱對資料庫來說太長</translation>
    </message>
    <message>
        <source>it is cut short or foreign</source>
        <translation>檔案不完整，或屬於其他程式</translation>
    </message>
    <message>
        <source>{0}: record {1} holds values that are not finite numbers</source>
        <translation>{0}：記錄 {1} 含有不是有限數的值</translation>
    </message>
    <message>
        <source>a lenient reader takes what is whole</source>
        <translation>寬鬆讀取會取用完好的部分</translation>
    </message>
    <message>
        <source>{0}: the file does not read back as written</source>
        <translation>{0}：讀回的檔案與寫入的不同</translation>
    </message>
    <message>
        <source>cut short in record {0} of {1}</source>
        <translation>在第 {0} 條記錄處中斷，共 {1} 條</translation>
    </message>
    <message>
        <source>{0}: record {1} has no readable name</source>
        <translation>{0}：記錄 {1} 的名稱無法讀取</translation>
    </message>
    <message>
        <source>damaged or foreign</source>
        <translation>已損毀，或屬於其他程式</translation>
    </message>
    <message>
        <source>{0}: not a .bytes rig file</source>
        <translation>{0}：不是 .bytes 綁定檔案</translation>
    </message>
    <message>
        <source>{0}: unknown rig schema {1}</source>
        <translation>{0}：未知的綁定規格 {1}</translation>
    </message>
    <message>
        <source>{0}: written for another version of the rig schema {1}</source>
        <translation>{0}：為綁定規格 {1} 的另一個版本寫入</translation>
    </message>
    <message>
        <source>{0}: the rig file is damaged or cut short</source>
        <translation>{0}：綁定檔案已損毀或不完整</translation>
    </message>
    <message>
        <source>{0}: holds values that are not finite numbers</source>
        <translation>{0}：含有不是有限數的值</translation>
    </message>
    <message>
        <source>{0}: a rig file without a version</source>
        <translation>{0}：綁定檔案沒有版本號</translation>
    </message>
    <message>
        <source>male or female</source>
        <translation>男性或女性</translation>
    </message>
    <message>
        <source>{0}: glTF files end in .glb or .gltf</source>
        <translation>{0}：glTF 檔案以 .glb 或 .gltf 結尾</translation>
    </message>
    <message>
        <source>{0}: not a glTF head, or damaged</source>
        <translation>{0}：不是 glTF 頭部，或已損毀</translation>
    </message>
    <message>
        <source>{0}: not a rig file</source>
        <translation>{0}：不是綁定檔案</translation>
    </message>
    <message>
        <source>the model {0} is not on this machine, and downloads are switched off</source>
        <translation>這部電腦上沒有模型 {0}，且下載已關閉</translation>
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
        <source>the licence of {0} does not allow commercial use: {1}</source>
        <translation>{0} 的授權不允許商業使用：{1}</translation>
    </message>
    <message>
        <source>the face has not been looked for in the generator yet</source>
        <translation>尚未在生成器中尋找這張臉</translation>
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
        <source>looking for the face: step {0} of {1}</source>
        <translation>尋找這張臉：第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>drawing the {0} key</source>
        <translation>繪製關鍵表情：{0}</translation>
    </message>
    <message>
        <source>Latent: {0}</source>
        <translation>潛空間：{0}</translation>
    </message>
    <message>
        <source>what is asked for does not come</source>
        <translation>要求的效果不出現</translation>
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
    <name>exporters</name>
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
        <source>VRM 1.0, with 52 expressions (.vrm)</source>
        <translation>VRM 1.0，含 52 個表情（.vrm）</translation>
    </message>
    <message>
        <source>OBJ, without morph targets (.obj)</source>
        <translation>OBJ，不含變形目標（.obj）</translation>
    </message>
    <message>
        <source>Unity script that reads the .bytes (.cs)</source>
        <translation>讀取 .bytes 的 Unity 腳本（.cs）</translation>
    </message>
    <message>
        <source>List of the shapes&apos; names (.arkit.json)</source>
        <translation>形狀名稱清單（.arkit.json）</translation>
    </message>
    <message>
        <source>Live Link Face recording (.csv)</source>
        <translation>Live Link Face 錄製（.csv）</translation>
    </message>
    <message>
        <source>VRM animation (.vrma)</source>
        <translation>VRM 動畫（.vrma）</translation>
    </message>
    <message>
        <source>Unity animation clip (.anim)</source>
        <translation>Unity 動畫片段（.anim）</translation>
    </message>
    <message>
        <source>Audio2Face weights (.a2f.json)</source>
        <translation>Audio2Face 權重（.a2f.json）</translation>
    </message>
    <message>
        <source>Unreal curve table for MetaHuman (.metahuman.csv)</source>
        <translation>MetaHuman 的 Unreal 曲線表（.metahuman.csv）</translation>
    </message>
</context>
<context>
    <name>keys</name>
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
</context>
<context>
    <name>links</name>
    <message>
        <source>Live Link (Unreal)</source>
        <translation>Live Link（Unreal）</translation>
    </message>
    <message>
        <source>VMC (Unity, Warudo, VSeeFace, Blender)</source>
        <translation>VMC（Unity、Warudo、VSeeFace、Blender）</translation>
    </message>
    <message>
        <source>VMC with the presets of VRM 1</source>
        <translation>VMC，VRM 1 的預設</translation>
    </message>
    <message>
        <source>VMC with the presets of VRM 0</source>
        <translation>VMC，VRM 0 的預設</translation>
    </message>
    <message>
        <source>VTube Studio, as a phone</source>
        <translation>VTube Studio，作為手機</translation>
    </message>
    <message>
        <source>face-nn tools</source>
        <translation>face-nn 工具</translation>
    </message>
    <message>
        <source>VTube Studio, as a plugin</source>
        <translation>VTube Studio（作為外掛）</translation>
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
    <name>renderers</name>
    <message>
        <source>Live puppet</source>
        <translation>即時木偶</translation>
    </message>
    <message>
        <source>Milliseconds; follows every slider.</source>
        <translation>毫秒級；跟隨每個滑桿。</translation>
    </message>
    <message>
        <source>MagicFace</source>
        <translation>MagicFace</translation>
    </message>
    <message>
        <source>A diffusion model redraws the face: seconds on a graphics card, minutes without. Twelve action units, both sides alike.</source>
        <translation>由擴散模型重繪臉孔：有顯示卡需數秒，沒有則需數分鐘。十二個動作單元，左右相同。</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潛空間</translation>
    </message>
    <message>
        <source>A face generator finds the expression in its own faces: seconds. What it cannot draw, or draws worse on a face than the live puppet, is left to that, in one picture; the face is found first.</source>
        <translation>人臉生成器在自己的臉中尋找表情：需要幾秒。它畫不出的，或在某張臉上畫得不如即時木偶的部分由木偶繪製，合在一張圖裡；先要找到這張臉。</translation>
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
    <message>
        <source>ARKit expression (52 shapes)</source>
        <translation>ARKit 表情（52 個形狀）</translation>
    </message>
    <message>
        <source>VRM expression (18 presets)</source>
        <translation>VRM 表情（18 個預設）</translation>
    </message>
</context>
</TS>
