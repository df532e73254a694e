<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Facewright</source>
        <translation>关于 Facewright</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>A face editor: expressions on photographs, and the same face on a game character&apos;s rig. Free software under the Apache License 2.0. Your pictures stay on this machine.</source>
        <translation>人脸编辑器：在照片上调整表情，并把同一张脸带到游戏角色的绑定上。自由软件，采用 Apache 2.0 许可证。您的图片不会离开本机。</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>基于</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>head mesh and shape targets</source>
        <translation>头部网格与形状目标</translation>
    </message>
    <message>
        <source>landmarks, blendshapes, head pose</source>
        <translation>关键点、混合变形、头部姿态</translation>
    </message>
    <message>
        <source>identity meter</source>
        <translation>身份相似度</translation>
    </message>
    <message>
        <source>the window</source>
        <translation>窗口界面</translation>
    </message>
    <message>
        <source>picture processing</source>
        <translation>图像处理</translation>
    </message>
    <message>
        <source>mathematics</source>
        <translation>数学运算</translation>
    </message>
    <message>
        <source>drawing on the graphics card</source>
        <translation>显卡绘制</translation>
    </message>
    <message>
        <source>trained models</source>
        <translation>训练模型</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open from the clipboard</source>
        <translation>从剪贴板打开</translation>
    </message>
    <message>
        <source>Recover unsaved work…</source>
        <translation>恢复未保存的工作…</translation>
    </message>
    <message>
        <source>Save project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Save project as…</source>
        <translation>项目另存为…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>导出影片…</translation>
    </message>
    <message>
        <source>Looks on many photos…</source>
        <translation>对多张照片应用造型…</translation>
    </message>
    <message>
        <source>Train a rig&apos;s network…</source>
        <translation>训练绑定的网络…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Copy all settings of the face</source>
        <translation>复制这张脸的全部设置</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>粘贴设置</translation>
    </message>
    <message>
        <source>Reset the face</source>
        <translation>重置这张脸</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Before/after wipe</source>
        <translation>前后对比擦除</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排对比</translation>
    </message>
    <message>
        <source>Fit to window</source>
        <translation>适合窗口</translation>
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
        <translation>缩小</translation>
    </message>
    <message>
        <source>Next face</source>
        <translation>下一张脸</translation>
    </message>
    <message>
        <source>Previous face</source>
        <translation>上一张脸</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>下一张照片</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>上一张照片</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>照片栏</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Photo alone on the whole screen</source>
        <translation>全屏只显示照片</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Engine status…</source>
        <translation>引擎状态…</translation>
    </message>
    <message>
        <source>System report…</source>
        <translation>系统报告…</translation>
    </message>
    <message>
        <source>About Facewright</source>
        <translation>关于 Facewright</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
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
        <translation>得分 {0}（AUC：1 为完美，0.5 等于瞎猜）</translation>
    </message>
    <message>
        <source>Turned by 1 it moves by {0} of how far faces differ</source>
        <translation>转动 1，改变人与人之间差异的 {0}</translation>
    </message>
    <message>
        <source>Moves besides: {0}</source>
        <translation>连带改变：{0}</translation>
    </message>
</context>
<context>
    <name>AttributesPanel</name>
    <message>
        <source>Filter the knobs</source>
        <translation>筛选旋钮</translation>
    </message>
    <message>
        <source>Randomise what is not locked</source>
        <translation>随机改变未锁定的参数</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Draw all</source>
        <translation>全部绘制</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Looks on many photos</source>
        <translation>对多张照片应用造型</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>造型</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Leave out what the photos carry: camera, captions, credits, notes</source>
        <translation>不写入照片附带的信息：相机、说明、署名、注释</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
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
        <translation>无</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>添加照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Write into a folder</source>
        <translation>写入文件夹</translation>
    </message>
    <message>
        <source>Writes {0} pictures as LOOK/PHOTO.png, and {1}</source>
        <translation>将写入 {0} 张图片（造型/照片.png）以及 {1}</translation>
    </message>
    <message>
        <source>Add photos (or drop them here) and tick at least one look.</source>
        <translation>请添加照片（或拖放到这里），并至少勾选一个造型。</translation>
    </message>
    <message>
        <source>Drawing all</source>
        <translation>正在全部绘制</translation>
    </message>
    <message>
        <source>✓ {0} pictures written</source>
        <translation>✓ 已写入 {0} 张图片</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……另有 {0} 项</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Cancelled; the pictures that were finished are kept.</source>
        <translation>已取消；已完成的图片会保留。</translation>
    </message>
    <message>
        <source>Save the picture as a file first.</source>
        <translation>请先将图片保存为文件。</translation>
    </message>
    <message>
        <source>Left out, for it is no picture: {0}</source>
        <translation>已略去，因为不是图片：{0}</translation>
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
        <translation>加减号缩放，方向键移动，方括号选择人脸，反斜杠显示原图。</translation>
    </message>
    <message>
        <source>Click to edit this face</source>
        <translation>点击编辑这张脸</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <source>Show the original</source>
        <translation>显示原图</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
</context>
<context>
    <name>ControlRow</name>
    <message>
        <source>Move left and right together</source>
        <translation>左右联动</translation>
    </message>
    <message>
        <source>{0}, from {1} to {2}</source>
        <translation>{0}，范围 {1} 至 {2}</translation>
    </message>
    <message>
        <source>Nothing to paste here</source>
        <translation>没有可粘贴的数值</translation>
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
        <translation>锁定：随机时保持不变</translation>
    </message>
    <message>
        <source>Double click or Del: default · Home, End: limits · Shift: fine · Ctrl: coarse · Enter: type</source>
        <translation>双击或 Del：默认值 · Home、End：极限值 · Shift：微调 · Ctrl：粗调 · Enter：输入数值</translation>
    </message>
</context>
<context>
    <name>DetailDialog</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Device</name>
    <message>
        <source>software, no graphics card</source>
        <translation>软件，无显卡</translation>
    </message>
</context>
<context>
    <name>DoctorDialog</name>
    <message>
        <source>System report</source>
        <translation>系统报告</translation>
    </message>
    <message>
        <source>Looking at this machine…</source>
        <translation>正在检查本机…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looking at this machine</source>
        <translation>检查本机</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) found</source>
        <translation>
            <numerusform>发现 %n 个问题</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything that is needed is here.</source>
        <translation>所需的一切都已就绪。</translation>
    </message>
</context>
<context>
    <name>Drops</name>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>about {0} s</source>
        <translation>约 {0} 秒</translation>
    </message>
    <message>
        <source>about {0} min</source>
        <translation>约 {0} 分钟</translation>
    </message>
    <message>
        <source>about {0} h</source>
        <translation>约 {0} 小时</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>还需 {0} 秒</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>还需 {0} 分钟</translation>
    </message>
    <message>
        <source>{0} h left</source>
        <translation>还需 {0} 小时</translation>
    </message>
</context>
<context>
    <name>EngineStatusDialog</name>
    <message>
        <source>Engine status</source>
        <translation>引擎状态</translation>
    </message>
    <message>
        <source>Draws with</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>OpenGL</source>
        <translation>OpenGL</translation>
    </message>
    <message>
        <source>Prepared faces and networks</source>
        <translation>已准备的人脸与神经网络</translation>
    </message>
    <message>
        <source>Held now</source>
        <translation>现在占用</translation>
    </message>
    <message>
        <source>Memory of the program</source>
        <translation>程序占用内存</translation>
    </message>
    <message>
        <source>Models present</source>
        <translation>已有模型</translation>
    </message>
    <message>
        <source>Models not fetched</source>
        <translation>未获取的模型</translation>
    </message>
    <message>
        <source>Free memory</source>
        <translation>释放内存</translation>
    </message>
    <message>
        <source>Lets go of everything held that is not in use now; what is needed again is loaded again</source>
        <translation>放开此刻未在使用的一切；再次需要时会重新载入</translation>
    </message>
    <message>
        <source>System report…</source>
        <translation>系统报告…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{0} MB freed</source>
        <translation>已释放 {0} MB</translation>
    </message>
    <message>
        <source>{0}, holding {1} of {2} MB</source>
        <translation>{0} 个，占用 {1} / {2} MB</translation>
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
        <translation>正在绘制成品</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Rig</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>Leave out what the photo carries: camera, captions, credits, notes</source>
        <translation>不写入照片附带的信息：相机、说明、署名、注释</translation>
    </message>
    <message>
        <source>The whole photo with every face as edited, at its own size.</source>
        <translation>整张照片，包含每张脸的修改，保持原始尺寸。</translation>
    </message>
    <message>
        <source>Export the picture</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>There is no photo.</source>
        <translation>没有照片。</translation>
    </message>
    <message>
        <source>Choose a file ending in {0}.</source>
        <translation>请选择以 {0} 结尾的文件。</translation>
    </message>
    <message>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} 像素</translation>
    </message>
    <message>
        <source>JPEG is lossy: untouched pixels change a little, too</source>
        <translation>JPEG 是有损格式：未修改的像素也会略有变化</translation>
    </message>
    <message>
        <source>16 bits a channel kept</source>
        <translation>保留每通道 16 位</translation>
    </message>
    <message>
        <source>16 bits become 8</source>
        <translation>16 位变为 8 位</translation>
    </message>
    <message>
        <source>transparency kept</source>
        <translation>保留透明度</translation>
    </message>
    <message>
        <source>transparency is lost</source>
        <translation>透明度会丢失</translation>
    </message>
    <message>
        <source>colour profile kept</source>
        <translation>保留颜色配置文件</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Writes {0}</source>
        <translation>将写入 {0}</translation>
    </message>
    <message>
        <source>Choose at least one format.</source>
        <translation>请至少选择一种格式。</translation>
    </message>
    <message>
        <source>Exporting the picture</source>
        <translation>正在导出图片</translation>
    </message>
    <message>
        <source>Exporting the rig</source>
        <translation>正在导出绑定</translation>
    </message>
    <message>
        <source>Cancelled; files that were finished are kept.</source>
        <translation>已取消；已完成的文件会保留。</translation>
    </message>
</context>
<context>
    <name>ExpressionPanel</name>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Name of the preset:</source>
        <translation>预设名称：</translation>
    </message>
    <message>
        <source>There is a preset “{0}” already. Replace it?</source>
        <translation>已有名为“{0}”的预设。要替换吗？</translation>
    </message>
    <message>
        <source>Rename preset</source>
        <translation>重命名预设</translation>
    </message>
    <message>
        <source>Replace the preset “{0}” with what is set now?</source>
        <translation>用当前的设置替换预设“{0}”？</translation>
    </message>
    <message>
        <source>Delete the preset “{0}”?</source>
        <translation>要删除预设“{0}”吗？</translation>
    </message>
    <message>
        <source>Copy the expression of a photo</source>
        <translation>复制照片中的表情</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Open a photo: these sliders move the face in it.</source>
        <translation>打开一张照片：这些滑块会改变其中的人脸。</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>这张照片中没有找到人脸。</translation>
    </message>
    <message>
        <source>Copying the expression</source>
        <translation>正在复制表情</translation>
    </message>
    <message>
        <source>Drawing the presets</source>
        <translation>正在绘制预设</translation>
    </message>
</context>
<context>
    <name>FaceChoice</name>
    <message>
        <source>Copy the expression of a photo</source>
        <translation>复制照片中的表情</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>Face {0}</source>
        <translation>人脸 {0}</translation>
    </message>
    <message>
        <source>Whose expression in “{0}”?</source>
        <translation>“{0}”中谁的表情？</translation>
    </message>
</context>
<context>
    <name>FaceChooser</name>
    <message>
        <source>Choose the face to edit</source>
        <translation>选择要编辑的脸</translation>
    </message>
    <message>
        <source>Face {0}</source>
        <translation>脸 {0}</translation>
    </message>
    <message>
        <source>Not found in the photo any more:</source>
        <translation>照片中已找不到：</translation>
    </message>
    <message>
        <source>Place its {0} settings on the chosen face</source>
        <translation>将其 {0} 项设置放到所选的人脸上</translation>
    </message>
    <message>
        <source>Face {0} of {1}</source>
        <translation>第 {0} 张脸，共 {1} 张</translation>
    </message>
    <message>
        <source>{0} · {1} not found</source>
        <translation>{0} · {1} 张未找到</translation>
    </message>
</context>
<context>
    <name>FaceCommands</name>
    <message>
        <source>Settings copied</source>
        <translation>设置已复制</translation>
    </message>
</context>
<context>
    <name>FacePair</name>
    <message>
        <source>Left: the photo. Right: what the generator draws.</source>
        <translation>左：照片。右：生成器画出的样子。</translation>
    </message>
    <message>
        <source>The face in the photo and as the generator draws it</source>
        <translation>照片里的脸，以及生成器画出的脸</translation>
    </message>
</context>
<context>
    <name>FaceTextures</name>
    <message>
        <source>Shaping the hair</source>
        <translation>正在塑造头发</translation>
    </message>
    <message>
        <source>Laying the photo on the head</source>
        <translation>正在把照片铺到头部上</translation>
    </message>
    <message>
        <source>Laying the photos on the head</source>
        <translation>正在把照片铺到头部上</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Pictures and projects</source>
        <translation>图片和项目</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Facewright projects</source>
        <translation>Facewright 项目</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Open portraits or projects</source>
        <translation>打开人像或项目</translation>
    </message>
    <message>
        <source>Project in use</source>
        <translation>项目正在使用</translation>
    </message>
    <message>
        <source>You can look at it and save it under another name. Take it over only if you know the other editor: it will be asked before it saves over your work.</source>
        <translation>您可以查看它，并以其他名称保存。仅当您知道另一个编辑器是谁的时才接管：它在覆盖您的工作之前会先询问。</translation>
    </message>
    <message>
        <source>Open read-only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>“{0}” was changed by somebody else since you opened it.</source>
        <translation>“{0}”在您打开之后被其他人更改过。</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>保存项目</translation>
    </message>
    <message>
        <source>Replacing it loses what they saved. Your work is not saved yet.</source>
        <translation>替换会丢失他们保存的内容。您的工作尚未保存。</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>“{0}” is open in another Facewright.</source>
        <translation>“{0}”已在另一个 Facewright 中打开。</translation>
    </message>
    <message>
        <source>“{0}” is open in another Facewright: {1}, since {2}.</source>
        <translation>“{0}”已在另一个 Facewright 中打开：{1}，始于 {2}。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的修改吗？</translation>
    </message>
    <message>
        <source>They go into the project; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>它们会保存到项目中；照片本身保持不变。否则将会丢失。</translation>
    </message>
    <message>
        <source>They are saved as a project beside the photo; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改会以项目形式保存在照片旁边，照片本身保持不变。否则修改会丢失。</translation>
    </message>
    <message>
        <source>They are saved as a project where you choose; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改会以项目形式保存在您选择的位置，照片本身保持不变。否则修改会丢失。</translation>
    </message>
</context>
<context>
    <name>FilmDialog</name>
    <message>
        <source>Export film</source>
        <translation>导出影片</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>As the photo</source>
        <translation>与照片相同</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} 像素</translation>
    </message>
    <message>
        <source>Longer side</source>
        <translation>长边</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Write film</source>
        <translation>写出影片</translation>
    </message>
    <message>
        <source>Stopped. What was drawn is kept and used the next time.</source>
        <translation>已停止。已绘制的部分会保留，下次继续使用。</translation>
    </message>
    <message>
        <source>Written: {0} frames, {1} s</source>
        <translation>已写出：{0} 帧，{1} 秒</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the sliders</source>
        <translation>筛选滑块</translation>
    </message>
    <message>
        <source>Show only what is changed</source>
        <translation>只显示改动过的</translation>
    </message>
    <message>
        <source>Show only favourites</source>
        <translation>只显示收藏</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Changed favourites only: {0} of {1}</source>
        <translation>仅改动过的收藏：{0} / {1}</translation>
    </message>
    <message>
        <source>Changed only: {0} of {1}</source>
        <translation>仅改动过的：{0} / {1}</translation>
    </message>
    <message>
        <source>Favourites only: {0} of {1}</source>
        <translation>仅收藏：{0} / {1}</translation>
    </message>
    <message>
        <source>Nothing of what is shown is called “{0}”.</source>
        <translation>所显示的内容中没有名为“{0}”的项目。</translation>
    </message>
    <message>
        <source>Nothing is called “{0}”.</source>
        <translation>没有名为“{0}”的项目。</translation>
    </message>
    <message>
        <source>There are no favourites yet. The star before a name makes it one.</source>
        <translation>还没有收藏。点名称前的星标即可收藏。</translation>
    </message>
    <message>
        <source>None of the favourites is changed.</source>
        <translation>收藏中没有改动过的项目。</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>还没有任何改动。</translation>
    </message>
</context>
<context>
    <name>FinalRenderer</name>
    <message>
        <source>{0} waits until the face is found</source>
        <translation>{0} 要等找到这张脸</translation>
    </message>
</context>
<context>
    <name>FinalRendererButton</name>
    <message>
        <source>Final picture by</source>
        <translation>成品绘制方式</translation>
    </message>
    <message>
        <source>Who draws the final picture when your hand rests</source>
        <translation>停手后由谁绘制成品</translation>
    </message>
    <message>
        <source>{0} cannot draw here: {1}</source>
        <translation>{0} 无法在这台电脑上绘制：{1}</translation>
    </message>
</context>
<context>
    <name>FinalRendererPanel</name>
    <message>
        <source>Polish</source>
        <translation>润色</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Final picture by</source>
        <translation>成品绘制方式</translation>
    </message>
    <message>
        <source>The generator draws this person with closed eyes, smiling and at rest; the puppet blends that in. It works in the background.</source>
        <translation>生成器画出这个人闭眼、微笑和平静的样子，木偶将其融合进来。在后台进行。</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>进行中…</translation>
    </message>
    <message>
        <source>It did not come to an end. Switch it off and on to try again.</source>
        <translation>没有完成。关闭再打开可重试。</translation>
    </message>
    <message>
        <source>– {0}: {1}</source>
        <translation>– {0}：{1}</translation>
    </message>
    <message>
        <source>Nothing to polish on this face.</source>
        <translation>这张脸没有可润色之处。</translation>
    </message>
    <message>
        <source>closed eyes</source>
        <translation>闭眼</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>平静</translation>
    </message>
    <message>
        <source>The engine is still starting.</source>
        <translation>引擎仍在启动。</translation>
    </message>
    <message>
        <source>Drawn with: {0}</source>
        <translation>绘制使用：{0}</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>The engine draws with: {0}</source>
        <translation>引擎绘制方式：{0}</translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>Reset group</source>
        <translation>重置本组</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>{0} changed</source>
        <translation>{0} 项已修改</translation>
    </message>
</context>
<context>
    <name>GroupMenu</name>
    <message>
        <source>Reset group</source>
        <translation>重置本组</translation>
    </message>
    <message>
        <source>Lock group</source>
        <translation>锁定本组</translation>
    </message>
    <message>
        <source>Unfold all</source>
        <translation>全部展开</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>全部折叠</translation>
    </message>
</context>
<context>
    <name>HairButton</name>
    <message>
        <source>Hair, brows, beard, glasses</source>
        <translation>头发、眉毛、胡须、眼镜</translation>
    </message>
    <message>
        <source>What the head wears: the photo&apos;s own hair, with the photo&apos;s skin, or hair, brows, beard and glasses from stock</source>
        <translation>头部佩戴的内容：照片中的头发（配合照片的皮肤），或现成的头发、眉毛、胡须和眼镜</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>Brows</source>
        <translation>眉毛</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>胡须</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>From the photo</source>
        <translation>来自照片</translation>
    </message>
    <message>
        <source>What suits the photo</source>
        <translation>与照片相配</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Afro</source>
        <translation>爆炸头</translation>
    </message>
    <message>
        <source>Bob</source>
        <translation>波波头</translation>
    </message>
    <message>
        <source>Bun</source>
        <translation>发髻</translation>
    </message>
    <message>
        <source>Buzz cut</source>
        <translation>寸头</translation>
    </message>
    <message>
        <source>Curly</source>
        <translation>卷发</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>长发</translation>
    </message>
    <message>
        <source>Ponytail</source>
        <translation>马尾</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短发</translation>
    </message>
    <message>
        <source>Side part</source>
        <translation>侧分</translation>
    </message>
    <message>
        <source>Wavy</source>
        <translation>波浪</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>纤细</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>浓密</translation>
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
        <translation>山羊胡</translation>
    </message>
    <message>
        <source>Moustache</source>
        <translation>小胡子</translation>
    </message>
    <message>
        <source>Stubble</source>
        <translation>胡茬</translation>
    </message>
    <message>
        <source>Rectangular</source>
        <translation>方形</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>圆形</translation>
    </message>
</context>
<context>
    <name>HeadNotes</name>
    <message>
        <source>Get…</source>
        <translation>获取…</translation>
    </message>
    <message>
        <source>Get the model {0}, which helps…</source>
        <translation>获取有帮助的模型 {0}…</translation>
    </message>
</context>
<context>
    <name>HeadTools</name>
    <message>
        <source>Turntable</source>
        <translation>转台</translation>
    </message>
    <message>
        <source>Let the head turn by itself, until a hand takes hold of it</source>
        <translation>让头部自己转动，直到用手抓住它</translation>
    </message>
    <message>
        <source>Turned as in the photo</source>
        <translation>与照片同向</translation>
    </message>
    <message>
        <source>Turn the head as the face in the photo is turned</source>
        <translation>让头部转到与照片中的脸相同的方向</translation>
    </message>
    <message>
        <source>Follow expression</source>
        <translation>跟随表情</translation>
    </message>
    <message>
        <source>Show the expression that is set on the photo on the head as well</source>
        <translation>在头部模型上同时显示照片的表情</translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Show the head&apos;s mesh over it</source>
        <translation>在头部上显示它的网格</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>灯光</translation>
    </message>
    <message>
        <source>Choose the light, or drag it to where it is wanted</source>
        <translation>选择灯光，或把它拖到想要的方向</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Keep this head as A and see it beside what is set from now on</source>
        <translation>把这个头部留作 A，与此后设置的并排查看</translation>
    </message>
    <message>
        <source>Studio light</source>
        <translation>影棚光</translation>
    </message>
    <message>
        <source>Soft light</source>
        <translation>柔光</translation>
    </message>
    <message>
        <source>Hard light from a side</source>
        <translation>侧面硬光</translation>
    </message>
    <message>
        <source>Drag moves the light</source>
        <translation>拖动时移动灯光</translation>
    </message>
    <message>
        <source>Light where it was</source>
        <translation>灯光放回原处</translation>
    </message>
    <message>
        <source>Keep this head as A</source>
        <translation>把这个头部留作 A</translation>
    </message>
    <message>
        <source>A beside what is set now</source>
        <translation>A 与现在的并排</translation>
    </message>
    <message>
        <source>Set what A has</source>
        <translation>改用 A 的数值</translation>
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
        <translation>头部</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom, double-click to look straight at it</source>
        <translation>拖动旋转，滚轮缩放，双击回到正面</translation>
    </message>
    <message>
        <source>Look straight at it</source>
        <translation>正面观看</translation>
    </message>
    <message>
        <source>From its left</source>
        <translation>从它的左侧</translation>
    </message>
    <message>
        <source>From its right</source>
        <translation>从它的右侧</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search in help</source>
        <translation>在帮助中搜索</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Nothing in help has these words.</source>
        <translation>帮助中没有包含这些词的内容。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>HistoryStrip</name>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>face {0}</source>
        <translation>脸 {0}</translation>
    </message>
</context>
<context>
    <name>InversionCard</name>
    <message>
        <source>Find this face</source>
        <translation>查找这张脸</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>细化</translation>
    </message>
    <message>
        <source>Get the generator…</source>
        <translation>获取生成器…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>PSNR in dB, higher is nearer. LPIPS, 0 is the same. ID: cosine of a face recogniser&apos;s numbers, 1 is the same person.</source>
        <translation>PSNR 以 dB 计，越高越接近。LPIPS：0 为完全相同。ID：人脸识别向量的余弦，1 为同一个人。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Look for a better likeness in the background</source>
        <translation>在后台继续寻找更像的结果</translation>
    </message>
    <message>
        <source>These knobs need a face generator</source>
        <translation>这些旋钮需要人脸生成器</translation>
    </message>
    <message>
        <source>No face is chosen</source>
        <translation>没有选中人脸</translation>
    </message>
    <message>
        <source>Open a photo with a face in it.</source>
        <translation>请打开一张有人脸的照片。</translation>
    </message>
    <message>
        <source>The engine is still starting.</source>
        <translation>引擎仍在启动。</translation>
    </message>
    <message>
        <source>Finding the face</source>
        <translation>正在查找这张脸</translation>
    </message>
    <message>
        <source>Refining the face</source>
        <translation>正在细化这张脸</translation>
    </message>
    <message>
        <source>The knobs take effect when it is found.</source>
        <translation>找到之后旋钮才起作用。</translation>
    </message>
    <message>
        <source>The face was not found</source>
        <translation>没有找到这张脸</translation>
    </message>
    <message>
        <source>Not found yet</source>
        <translation>尚未找到</translation>
    </message>
    <message>
        <source>The generator looks for this face first</source>
        <translation>生成器先查找这张脸</translation>
    </message>
    <message>
        <source>Likeness: {0}</source>
        <translation>相似度：{0}</translation>
    </message>
    <message>
        <source>The best before it was stopped.</source>
        <translation>停止前最好的结果。</translation>
    </message>
    <message>
        <source>Found roughly.</source>
        <translation>已粗略找到。</translation>
    </message>
    <message>
        <source>Refined.</source>
        <translation>已细化。</translation>
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
        <translation>一般</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
</context>
<context>
    <name>Inversions</name>
    <message>
        <source>Finding the face</source>
        <translation>正在查找这张脸</translation>
    </message>
    <message>
        <source>Refining the face</source>
        <translation>正在细化这张脸</translation>
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
        <translation>目前的画面</translation>
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
        <translation>锁定：随机和其他旋钮都不会动它</translation>
    </message>
</context>
<context>
    <name>Lanes</name>
    <message>
        <source>Takes and keys</source>
        <translation>片段与关键帧</translation>
    </message>
    <message>
        <source>Switch recording on, put the playhead somewhere and move a slider: that becomes a key. Or load a take.</source>
        <translation>打开录制，把播放头放到某处并移动滑块，就会生成关键帧。也可以载入片段。</translation>
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
        <translation>素皮肤</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>The head in plain game skin, as the rig&apos;s values alone make it</source>
        <translation>素皮肤的头部，只由角色参数决定</translation>
    </message>
    <message>
        <source>The head with the skin, eyes and hair of the photo, and what of the face&apos;s shape the rig cannot say</source>
        <translation>头部带有照片中的皮肤、眼睛和头发，以及参数无法表达的脸形</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似程度</translation>
    </message>
    <message>
        <source>How much of the photo&apos;s face the head shows over the plain one</source>
        <translation>头部显示照片中面容的程度，其余为素皮肤头部</translation>
    </message>
</context>
<context>
    <name>LiveLinkButton</name>
    <message>
        <source>Live link</source>
        <translation>实时链接</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Address of the machine to send to, in numbers; nothing for this one:</source>
        <translation>要发送到的计算机地址（数字形式）；留空表示本机：</translation>
    </message>
    <message>
        <source>Send the head&apos;s movement to {0}, beyond this machine? It is not encrypted: whoever listens on the way can see it.</source>
        <translation>要把头部动作发送到本机以外的 {0} 吗？内容未加密：途中监听的人都能看到。</translation>
    </message>
    <message>
        <source>To {0}…</source>
        <translation>发送到 {0}…</translation>
    </message>
    <message>
        <source>To another machine…</source>
        <translation>发送到另一台计算机…</translation>
    </message>
    <message>
        <source>The head is sent to {0} as it moves</source>
        <translation>头部动作正在实时发送到 {0}</translation>
    </message>
    <message>
        <source>The head is sent to other programs on this machine as it moves</source>
        <translation>头部活动时会实时发送给本机上的其他程序</translation>
    </message>
    <message>
        <source>Send the head to an engine as it moves</source>
        <translation>把头部动作实时发送到引擎</translation>
    </message>
</context>
<context>
    <name>LivePreview</name>
    <message>
        <source>Preparing the face</source>
        <translation>正在准备人脸</translation>
    </message>
</context>
<context>
    <name>LookList</name>
    <message>
        <source>The look that is set now</source>
        <translation>当前设置的造型</translation>
    </message>
    <message>
        <source>Nothing is set on the face.</source>
        <translation>脸上没有任何设置。</translation>
    </message>
    <message>
        <source>{0} cannot follow this look.</source>
        <translation>{0} 无法表现此造型。</translation>
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
        <translation>属性</translation>
    </message>
    <message>
        <source>Rig</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Choose face</source>
        <translation>选择人脸</translation>
    </message>
    <message>
        <source>{0} (read-only)</source>
        <translation>{0}（只读）</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show…</source>
        <translation>显示…</translation>
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
        <translation>不可用于商业用途</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Agree to the licence…</source>
        <translation>同意许可…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Get {0}</source>
        <translation>获取 {0}</translation>
    </message>
    <message>
        <source>Check {0}</source>
        <translation>校验 {0}</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>导入 {0}</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>✓ on this machine</source>
        <translation>✓ 已在本机</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>尚未获取</translation>
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
        <translation>存放于 {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>{0} may not be used commercially. Its licence: {1}. Get it all the same?</source>
        <translation>{0} 不可用于商业用途。许可证：{1}。仍要获取吗？</translation>
    </message>
    <message>
        <source>Downloads are switched off in the settings. Allow them, and get {0}?</source>
        <translation>下载已在设置中关闭。要允许下载并获取 {0} 吗？</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Files not known</source>
        <translation>文件未知</translation>
    </message>
    <message>
        <source>Nobody who wrote Facewright has seen the files of {0}. What comes now is kept as right; anything else is refused later. Get it?</source>
        <translation>Facewright 的作者都没有见过 {0} 的文件。现在得到的会被当作正确的保留下来；以后不同的一律拒绝。要获取吗？</translation>
    </message>
    <message>
        <source>Getting {0}</source>
        <translation>正在获取 {0}</translation>
    </message>
    <message>
        <source>{0} is here.</source>
        <translation>{0} 已就绪。</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>正在校验 {0}</translation>
    </message>
    <message>
        <source>{0} is sound.</source>
        <translation>{0} 完好无损。</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>导入 {0}</translation>
    </message>
    <message>
        <source>Importing {0}</source>
        <translation>正在导入 {0}</translation>
    </message>
    <message>
        <source>Remove {0} ({1}) from this machine?</source>
        <translation>要从本机移除 {0}（{1}）吗？</translation>
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
        <translation>已导入；{0} 仍缺少部分文件。</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Details</source>
        <translation>详细信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <translation>头部的皮肤和形状由所有照片共同生成：每一处取显示得最好的那张。头发、姿势和表情取自照片 1。照片保存在项目中。</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>From the tray</source>
        <translation>从照片栏</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The photo that is open</source>
        <translation>打开的照片</translation>
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
        <translation>这可能是别人。</translation>
    </message>
    <message>
        <source>Looking at the photos…</source>
        <translation>正在查看照片…</translation>
    </message>
    <message>
        <source>{0} photos at most</source>
        <translation>最多 {0} 张照片</translation>
    </message>
    <message>
        <source>More photos of this person</source>
        <translation>此人的更多照片</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>PhotoAlone</name>
    <message>
        <source>The panels are put away. Tab brings them back.</source>
        <translation>面板已收起，按 Tab 键恢复。</translation>
    </message>
    <message>
        <source>Esc or F11 brings everything back.</source>
        <translation>按 Esc 或 F11 恢复全部界面。</translation>
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
        <translation>修改后</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <translation>松开以打开</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>No face was found in this picture</source>
        <translation>这张图片中没有找到人脸</translation>
    </message>
</context>
<context>
    <name>PictureCopy</name>
    <message>
        <source>Copying the picture</source>
        <translation>正在复制图片</translation>
    </message>
    <message>
        <source>Picture copied, {0} × {1} pixels</source>
        <translation>已复制图片，{0} × {1} 像素</translation>
    </message>
</context>
<context>
    <name>Polish</name>
    <message>
        <source>Polishing</source>
        <translation>正在润色</translation>
    </message>
</context>
<context>
    <name>PresetStrip</name>
    <message>
        <source>Amount</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Save what is set now as a preset of your own</source>
        <translation>把当前设置保存为自己的预设</translation>
    </message>
    <message>
        <source>Copy the expression of another photo onto this face</source>
        <translation>把另一张照片的表情复制到这张脸上</translation>
    </message>
    <message>
        <source>Presets that do not smile take the photo&apos;s own smile out first</source>
        <translation>不含笑容的预设会先去掉照片中原有的笑容</translation>
    </message>
</context>
<context>
    <name>PresetTile</name>
    <message>
        <source>Shift: add to what is set</source>
        <translation>Shift：叠加到当前设置</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Add to what is set</source>
        <translation>叠加到当前设置</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Replace with what is set…</source>
        <translation>替换为当前设置…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>It comes with Facewright: save a preset of your own instead</source>
        <translation>随 Facewright 附带：请另存一个自己的预设</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>%1 File</source>
        <translation>%1 文件</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Drive</source>
        <translation>驱动器</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷方式</translation>
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
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>打开最近的文件</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation>恢复未保存的工作</translation>
    </message>
    <message>
        <source>Facewright did not end well last time</source>
        <translation>Facewright 上次未正常结束</translation>
    </message>
    <message>
        <source>This work was not saved, but it was kept. You can open it now, or leave it for later.</source>
        <translation>这些工作没有保存，但已为您保留。可以现在打开，也可以以后再说。</translation>
    </message>
    <message>
        <source>Kept work</source>
        <translation>保留的工作</translation>
    </message>
    <message>
        <source>{0} · kept on {1}</source>
        <translation>{0} · 保留于 {1}</translation>
    </message>
    <message>
        <source>Kept on {0} · cannot be read</source>
        <translation>保留于 {0} · 无法读取</translation>
    </message>
    <message>
        <source>Kept on {0}</source>
        <translation>保留于 {0}</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
</context>
<context>
    <name>RegionSources</name>
    <message>
        <source>Take {0} from A</source>
        <translation>从 A 取{0}</translation>
    </message>
    <message>
        <source>Take {0} from a file: values, a project, a photo…</source>
        <translation>从文件取{0}：数值、项目、照片…</translation>
    </message>
    <message>
        <source>Take {0} from the history: {1}</source>
        <translation>从历史取{0}：{1}</translation>
    </message>
    <message>
        <source>A head to take {0} from</source>
        <translation>从哪个头取{0}</translation>
    </message>
    <message>
        <source>Looking for the head</source>
        <translation>正在寻找头部</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Get the model…</source>
        <translation>获取模型…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>模型…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Find this face…</source>
        <translation>查找这张脸…</translation>
    </message>
</context>
<context>
    <name>RendererBox</name>
    <message>
        <source>Drawn by</source>
        <translation>绘制方式</translation>
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
        <translation>{0} 画不出这一项</translation>
    </message>
    <message>
        <source>{0} moves both sides alike: {1}</source>
        <translation>{0} 只能左右一致：{1}</translation>
    </message>
    <message>
        <source>{0} cannot follow {1}</source>
        <translation>{0} 无法表现：{1}</translation>
    </message>
</context>
<context>
    <name>RigActions</name>
    <message>
        <source>Fit to photo</source>
        <translation>拟合照片</translation>
    </message>
    <message>
        <source>Find the values that make the head look like the face in the photo</source>
        <translation>求出使头部模型与照片中的脸相像的数值</translation>
    </message>
    <message>
        <source>Randomise what is not locked</source>
        <translation>随机改变未锁定的参数</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Blend with other heads…</source>
        <translation>与其他头部混合…</translation>
    </message>
    <message>
        <source>Import .bytes or JSON…</source>
        <translation>导入 .bytes 或 JSON…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Fitting the rig</source>
        <translation>正在拟合绑定</translation>
    </message>
    <message>
        <source>Stop the fit; nothing is changed</source>
        <translation>停止拟合；什么都不会改变</translation>
    </message>
    <message>
        <source>Import rig values</source>
        <translation>导入绑定数值</translation>
    </message>
    <message>
        <source>Rig values</source>
        <translation>绑定数值</translation>
    </message>
</context>
<context>
    <name>RigBlendDialog</name>
    <message>
        <source>Blend heads</source>
        <translation>混合头部</translation>
    </message>
    <message>
        <source>Add a head</source>
        <translation>添加头部</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Set on the face</source>
        <translation>用于这张脸</translation>
    </message>
    <message>
        <source>As it is now</source>
        <translation>现在的样子</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>各占多少</translation>
    </message>
    <message>
        <source>Regions of one head</source>
        <translation>只取自一个头部的区域</translation>
    </message>
    <message>
        <source>By weights</source>
        <translation>按权重</translation>
    </message>
    <message>
        <source>Without this head</source>
        <translation>去掉这个头部</translation>
    </message>
    <message>
        <source>From files: values, projects, photos…</source>
        <translation>来自文件：数值、项目、照片…</translation>
    </message>
    <message>
        <source>History: {0}</source>
        <translation>历史：{0}</translation>
    </message>
    <message>
        <source>Heads to blend with</source>
        <translation>要混合的头部</translation>
    </message>
    <message>
        <source>Looking for the head</source>
        <translation>正在寻找头部</translation>
    </message>
    <message>
        <source>Drawing the head</source>
        <translation>正在绘制头部</translation>
    </message>
</context>
<context>
    <name>RigHead</name>
    <message>
        <source>Looking at the photo&apos;s face</source>
        <translation>正在查看照片中的脸</translation>
    </message>
    <message>
        <source>Building the head…</source>
        <translation>正在构建头部…</translation>
    </message>
    <message>
        <source>Building the head</source>
        <translation>正在构建头部</translation>
    </message>
    <message>
        <source>Drawing the head</source>
        <translation>正在绘制头部</translation>
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
        <translation>在照片旁显示头部</translation>
    </message>
    <message>
        <source>Fitted; values that you moved meanwhile stay: {0}</source>
        <translation>已拟合；期间你移动过的数值保持不变：{0} 个</translation>
    </message>
    <message>
        <source>The head is made of {0} photos of this person…</source>
        <translation>头部由此人的 {0} 张照片生成…</translation>
    </message>
    <message>
        <source>Open a photo: the head is fitted to the face in it.</source>
        <translation>打开一张照片：头部会按其中的人脸拟合。</translation>
    </message>
    <message>
        <source>No face was found in this photo.</source>
        <translation>这张照片中没有找到人脸。</translation>
    </message>
    <message>
        <source>Fit: as in the photo</source>
        <translation>拟合：与照片一致</translation>
    </message>
    <message>
        <source>There is no room for the head beside the photo</source>
        <translation>照片旁没有放头部模型的空间</translation>
    </message>
    <message>
        <source>Fitting the rig</source>
        <translation>正在拟合绑定</translation>
    </message>
    <message>
        <source>Fit: {0} mm off, {1} mm at most</source>
        <translation>拟合：误差 {0} 毫米，最大 {1} 毫米</translation>
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
        <translation>与照片中的人一样：照片的纹理，以及绑定无法表达的形状</translation>
    </message>
    <message>
        <source>Texture size</source>
        <translation>纹理尺寸</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>Move left and right together</source>
        <translation>左右联动</translation>
    </message>
    <message>
        <source>Copy left to right</source>
        <translation>把左侧复制到右侧</translation>
    </message>
    <message>
        <source>Copy right to left</source>
        <translation>把右侧复制到左侧</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>重置{0}</translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Playhead</source>
        <translation>播放头</translation>
    </message>
    <message>
        <source>Drag to look at another moment; the ends of the film can be dragged, too</source>
        <translation>拖动以查看另一时刻；影片的两端也可以拖动</translation>
    </message>
</context>
<context>
    <name>SavePath</name>
    <message>
        <source>There is already {0}. Replace?</source>
        <translation>{0} 已存在。要替换吗？</translation>
    </message>
</context>
<context>
    <name>SchemaRow</name>
    <message>
        <source>Rig</source>
        <translation>绑定</translation>
    </message>
    <message>
        <source>Role shape</source>
        <translation>角色体型</translation>
    </message>
    <message>
        <source>{0}, as in this project</source>
        <translation>{0}（此项目中的）</translation>
    </message>
    <message>
        <source>Load schema…</source>
        <translation>载入规格…</translation>
    </message>
    <message>
        <source>Load schema</source>
        <translation>载入规格</translation>
    </message>
    <message>
        <source>Rig schemas</source>
        <translation>绑定规格</translation>
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
        <translation>正在打开</translation>
    </message>
    <message>
        <source>No face was found in this picture.</source>
        <translation>这张图片中没有找到人脸。</translation>
    </message>
    <message>
        <source>Try one where the face is larger, sharper, or less turned away, or turn the photo the right way up.</source>
        <translation>请换一张人脸更大、更清晰或更正面的图片，或把图片转正。</translation>
    </message>
    <message>
        <source>Faces that are not found any more are kept; “Choose face” places them.</source>
        <translation>已找不到的脸会保留；可用“选择人脸”放置它们。</translation>
    </message>
    <message>
        <source>Kept but not shown, because this version does not know it: {0}</source>
        <translation>已保留但不显示，因为此版本不认识：{0}</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
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
        <translation>适合本机的大小（{0} MB）</translation>
    </message>
    <message>
        <source>The graphics card, where there is one</source>
        <translation>显卡（如果有）</translation>
    </message>
    <message>
        <source>In software</source>
        <translation>软件绘制</translation>
    </message>
    <message>
        <source>In software, without OpenGL (slow)</source>
        <translation>软件绘制，不用 OpenGL（慢）</translation>
    </message>
    <message>
        <source>Models may be downloaded when I ask for them</source>
        <translation>在我要求时允许下载模型</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Largest preview of a face</source>
        <translation>人脸预览最大尺寸</translation>
    </message>
    <message>
        <source>Save unsaved work</source>
        <translation>自动保存间隔</translation>
    </message>
    <message>
        <source>Memory for faces and networks</source>
        <translation>人脸与神经网络的内存</translation>
    </message>
    <message>
        <source>Draw with</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Preview size, memory and what draws count from the next start. Export always draws at the photo&apos;s own size.</source>
        <translation>预览大小、内存和绘制方式从下次启动起生效。导出始终按照片本身的尺寸绘制。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>ShortcutOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Any key closes this. F1 opens help.</source>
        <translation>按任意键关闭。F1 打开帮助。</translation>
    </message>
    <message>
        <source>{0} of {1}: ← and → turn the page, any other key closes this. F1 opens help.</source>
        <translation>第 {0} 页，共 {1} 页：← 和 → 翻页，按其他任意键关闭。F1 打开帮助。</translation>
    </message>
</context>
<context>
    <name>SideEdges</name>
    <message>
        <source>Scroll left</source>
        <translation>向左滚动</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translation>向右滚动</translation>
    </message>
</context>
<context>
    <name>TakeWork</name>
    <message>
        <source>Loading {0}</source>
        <translation>正在载入 {0}</translation>
    </message>
    <message>
        <source>Turning the take into keys</source>
        <translation>正在把片段转成关键帧</translation>
    </message>
</context>
<context>
    <name>TimelinePlace</name>
    <message>
        <source>Recordings and videos ({0})</source>
        <translation>录制数据与视频 ({0})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Load a take</source>
        <translation>载入片段</translation>
    </message>
</context>
<context>
    <name>TimelineStrip</name>
    <message>
        <source>Key at the playhead</source>
        <translation>在播放头处加关键帧</translation>
    </message>
    <message>
        <source>Show the curve</source>
        <translation>显示曲线</translation>
    </message>
    <message>
        <source>Stay until the next key</source>
        <translation>保持到下一个关键帧</translation>
    </message>
    <message>
        <source>Go straight to the next key</source>
        <translation>直线过渡到下一个关键帧</translation>
    </message>
    <message>
        <source>Go smoothly to the next key</source>
        <translation>平滑过渡到下一个关键帧</translation>
    </message>
    <message>
        <source>Copy keys</source>
        <translation>复制关键帧</translation>
    </message>
    <message>
        <source>Paste keys at the playhead</source>
        <translation>在播放头处粘贴关键帧</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>删除关键帧</translation>
    </message>
    <message>
        <source>Delete the whole curve</source>
        <translation>删除整条曲线</translation>
    </message>
    <message>
        <source>Turn the take into keys</source>
        <translation>把片段转成关键帧</translation>
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
        <translation>步数</translation>
    </message>
    <message>
        <source>Curve of the training</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>learnt from</source>
        <translation>用于学习</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>留出部分</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Train a rig&apos;s network</source>
        <translation>训练绑定的网络</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Imitator, small (256 pixels)</source>
        <translation>模仿网络，小型（256 像素）</translation>
    </message>
    <message>
        <source>Imitator, draft (128 pixels)</source>
        <translation>模仿网络，草稿（128 像素）</translation>
    </message>
    <message>
        <source>Imitator, as published (512 pixels)</source>
        <translation>模仿网络，原版（512 像素）</translation>
    </message>
    <message>
        <source>Regressor: values at one look</source>
        <translation>回归网络：一眼看出数值</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>Training folder</source>
        <translation>训练文件夹</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>照常</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>What it has learnt: above what was to be drawn, below what it draws</source>
        <translation>已学到的：上面是要画的，下面是它画的</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Stopped. What it has learnt is kept.</source>
        <translation>已停止。学到的内容已保留。</translation>
    </message>
    <message>
        <source>Learnt, {0} steps: {1}</source>
        <translation>已学完 {0} 步：{1}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Close the timeline</source>
        <translation>关闭时间线</translation>
    </message>
    <message>
        <source>Close the timeline; what lies on it stays</source>
        <translation>关闭时间线；其中的内容保留</translation>
    </message>
    <message>
        <source>To the beginning of the film</source>
        <translation>到影片开头</translation>
    </message>
    <message>
        <source>To the key before</source>
        <translation>到上一个关键帧</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>To the next key</source>
        <translation>到下一个关键帧</translation>
    </message>
    <message>
        <source>Record: what a slider is moved to becomes a key</source>
        <translation>录制：移动滑块即生成关键帧</translation>
    </message>
    <message>
        <source>Play it again and again</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>Keep to whole frames</source>
        <translation>吸附到整帧</translation>
    </message>
    <message>
        <source>Stay until the next key</source>
        <translation>保持到下一个关键帧</translation>
    </message>
    <message>
        <source>Go straight to the next key</source>
        <translation>直线过渡到下一个关键帧</translation>
    </message>
    <message>
        <source>Go smoothly to the next key</source>
        <translation>平滑过渡到下一个关键帧</translation>
    </message>
    <message>
        <source>Load a take…</source>
        <translation>载入片段…</translation>
    </message>
    <message>
        <source>Turn the take into keys</source>
        <translation>把片段转成关键帧</translation>
    </message>
    <message>
        <source>See the whole film</source>
        <translation>显示整部影片</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Recording: sliders set keys</source>
        <translation>录制中：滑块会生成关键帧</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>已选 {0} 个</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Saving</source>
        <translation>正在保存</translation>
    </message>
</context>
<context>
    <name>TrayBar</name>
    <message>
        <source>Close the tray; the photo stays open</source>
        <translation>关闭照片栏；当前照片仍保持打开</translation>
    </message>
    <message>
        <source>Close the tray</source>
        <translation>关闭照片栏</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Looks on these photos…</source>
        <translation>对这些照片应用造型…</translation>
    </message>
    <message>
        <source>Take out of the tray</source>
        <translation>从照片栏移除</translation>
    </message>
</context>
<context>
    <name>TrayList</name>
    <message>
        <source>Tray</source>
        <translation>照片栏</translation>
    </message>
</context>
<context>
    <name>UnsavedPhotos</name>
    <message>
        <source>{0} photos have unsaved changes.</source>
        <translation>{0} 张照片有未保存的修改。</translation>
    </message>
    <message>
        <source>Save the changes to “{0}”?</source>
        <translation>要保存对“{0}”的修改吗？</translation>
    </message>
    <message>
        <source>{0}. Each is saved as a project beside its photo, or in “{1}” where it cannot lie there; the photos themselves stay as they are. Otherwise the changes are lost.</source>
        <translation>{0}。每张都会以项目形式保存在照片旁边，无法放在那里时保存在“{1}”中；照片本身保持不变。否则这些修改会丢失。</translation>
    </message>
    <message>
        <source>They go into the project; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>它们会保存到项目中；照片本身保持不变。否则将会丢失。</translation>
    </message>
    <message>
        <source>They are saved as a project beside the photo; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改会以项目形式保存在照片旁边，照片本身保持不变。否则修改会丢失。</translation>
    </message>
    <message>
        <source>They are saved as a project in “{0}”; the photo itself stays as it is. Otherwise they are lost.</source>
        <translation>修改会以项目形式保存在“{0}”中，照片本身保持不变。否则修改会丢失。</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的修改</translation>
    </message>
    <message>
        <source>{0}. Each is saved as a project beside its photo; the photos themselves stay as they are. Otherwise the changes are lost.</source>
        <translation>{0}。每张都会以项目形式保存在照片旁边，照片本身保持不变。否则这些修改会丢失。</translation>
    </message>
    <message>
        <source>Save all</source>
        <translation>全部保存</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>Between {0} and {1}, please</source>
        <translation>请输入 {0} 到 {1} 之间的数值</translation>
    </message>
    <message>
        <source>This is not a number</source>
        <translation>这不是数字</translation>
    </message>
</context>
<context>
    <name>ValueMenu</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Paste value</source>
        <translation>粘贴数值</translation>
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
        <translation>不对称</translation>
    </message>
    <message>
        <source>How far left and right differ: 0 % both alike, 100 % as they are</source>
        <translation>左右相差多少：0 % 完全一样，100 % 保持现状</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>How far from the average a random character may lie</source>
        <translation>随机角色可以偏离平均多远</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>No face in this picture</source>
        <translation>图片中没有人脸</translation>
    </message>
    <message>
        <source>attributes wait until the face is found</source>
        <translation>属性要等找到这张脸</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原图</translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message>
        <source>{0}, drawn in {1}</source>
        <translation>{0}，用时 {1}</translation>
    </message>
    <message>
        <source>Final · {0}</source>
        <translation>成品 · {0}</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>{0} fps</source>
        <translation>{0} 帧/秒</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>成品</translation>
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
        <translation>按住查看原图（按住 \）</translation>
    </message>
    <message>
        <source>Compare with the original</source>
        <translation>与原图对比</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Looks like the photo</source>
        <translation>像照片中的人</translation>
    </message>
    <message>
        <source>Looks a little different</source>
        <translation>有些不像</translation>
    </message>
    <message>
        <source>Looks like somebody else</source>
        <translation>像另一个人</translation>
    </message>
    <message>
        <source>How far the edited face is from the original, by a face recogniser: {0}. Up to {1} it is surely the same person, above {2} other people are as near.</source>
        <translation>人脸识别测得的编辑后与原图的距离：{0}。不超过 {1} 肯定是同一个人，超过 {2} 则别人也同样接近。</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop a portrait here</source>
        <translation>把人像拖放到这里</translation>
    </message>
    <message>
        <source>A picture ({0}) or a Facewright project</source>
        <translation>图片（{0}）或 Facewright 项目</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>无表情</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Half smile</source>
        <translation>浅笑</translation>
    </message>
    <message>
        <source>Start with a sample</source>
        <translation>从示例开始</translation>
    </message>
</context>
<context>
    <name>_Handle</name>
    <message>
        <source>Show the panels (Tab)</source>
        <translation>显示面板（Tab）</translation>
    </message>
</context>
<context>
    <name>_Photos</name>
    <message>
        <source>has unsaved changes</source>
        <translation>有未保存的修改</translation>
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
        <translation>内眉上提</translation>
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
        <translation>提起眉毛内端，如忧虑或悲伤时。</translation>
    </message>
    <message>
        <source>Outer brow raiser</source>
        <translation>外眉上提</translation>
    </message>
    <message>
        <source>Raises the outer half of the brow, as in surprise.</source>
        <translation>提起眉毛外半部，如惊讶时。</translation>
    </message>
    <message>
        <source>Brow lowerer</source>
        <translation>皱眉</translation>
    </message>
    <message>
        <source>relax</source>
        <translation>放松</translation>
    </message>
    <message>
        <source>frown</source>
        <translation>皱起</translation>
    </message>
    <message>
        <source>Draws the brows down and together, as in anger or thought.</source>
        <translation>把眉毛向下、向中间收紧，如生气或思考时。</translation>
    </message>
    <message>
        <source>Upper lid raiser</source>
        <translation>上眼睑上提</translation>
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
        <translation>睁大</translation>
    </message>
    <message>
        <source>Opens the eye wider by lifting the upper lid; to the left the lid droops.</source>
        <translation>提起上眼睑，使眼睛睁大；向左则眼睑下垂。</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闭眼</translation>
    </message>
    <message>
        <source>open</source>
        <translation>张开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>闭合</translation>
    </message>
    <message>
        <source>Closes the eye; 10 is fully closed whatever the photo shows. One side alone is a bare wink.</source>
        <translation>闭上眼睛；无论照片如何，10 都是完全闭合。只用一侧就是单纯的眨眼。</translation>
    </message>
    <message>
        <source>Wink</source>
        <translation>眨眼</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>full</source>
        <translation>满</translation>
    </message>
    <message>
        <source>Closes one eye with the cheek and the corner of the mouth drawn along, as a wink does.</source>
        <translation>闭上一只眼，同时带动脸颊和嘴角，如俏皮的眨眼。</translation>
    </message>
    <message>
        <source>Lid tightener</source>
        <translation>眼睑收紧</translation>
    </message>
    <message>
        <source>tighten</source>
        <translation>收紧</translation>
    </message>
    <message>
        <source>Tightens the lids and narrows the eye (AU7).</source>
        <translation>收紧眼睑，使眼睛变窄（AU7）。</translation>
    </message>
    <message>
        <source>Gaze, sideways</source>
        <translation>视线左右</translation>
    </message>
    <message>
        <source>their right</source>
        <translation>其右侧</translation>
    </message>
    <message>
        <source>their left</source>
        <translation>其左侧</translation>
    </message>
    <message>
        <source>Turns both eyes toward the subject&apos;s left or right.</source>
        <translation>让双眼转向人物自己的左侧或右侧。</translation>
    </message>
    <message>
        <source>Gaze, up and down</source>
        <translation>视线上下</translation>
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
        <translation>让双眼向上或向下看；眼睑随之移动。</translation>
    </message>
    <message>
        <source>Nose wrinkler</source>
        <translation>皱鼻</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>鼻子</translation>
    </message>
    <message>
        <source>wrinkle</source>
        <translation>皱起</translation>
    </message>
    <message>
        <source>Wrinkles the nose and lifts the wing, as in disgust.</source>
        <translation>皱起鼻子、提起鼻翼，如厌恶时。</translation>
    </message>
    <message>
        <source>Cheek raiser</source>
        <translation>脸颊上提</translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation>脸颊</translation>
    </message>
    <message>
        <source>Lifts the cheek and narrows the eye from below: the part of a smile that the eyes show.</source>
        <translation>提起脸颊，从下方使眼睛变窄：即笑意在眼睛里的部分。</translation>
    </message>
    <message>
        <source>Cheek puff</source>
        <translation>鼓腮</translation>
    </message>
    <message>
        <source>Blows up the cheek with closed lips.</source>
        <translation>闭着嘴唇鼓起脸颊。</translation>
    </message>
    <message>
        <source>Lip corner puller</source>
        <translation>嘴角上扬</translation>
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
        <translation>把嘴角向上、向后拉：微笑。向左则去掉照片中的笑容。</translation>
    </message>
    <message>
        <source>Lip corner depressor</source>
        <translation>嘴角下压</translation>
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
        <translation>把嘴角向下拉，如悲伤时。</translation>
    </message>
    <message>
        <source>Chin raiser</source>
        <translation>下巴上推</translation>
    </message>
    <message>
        <source>Pushes the chin and the lower lip up, as in a pout or in doubt.</source>
        <translation>把下巴和下唇向上推，如噘嘴或怀疑时。</translation>
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
        <translation>把嘴角水平向外拉，如恐惧时。</translation>
    </message>
    <message>
        <source>Lips part</source>
        <translation>嘴唇分开</translation>
    </message>
    <message>
        <source>close</source>
        <translation>合上</translation>
    </message>
    <message>
        <source>part</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>Parts the lips while the jaw stays; to the left it closes them, also over teeth that the photo shows.</source>
        <translation>下颌不动而分开嘴唇；向左则合上嘴唇，也能遮住照片中露出的牙齿。</translation>
    </message>
    <message>
        <source>Lip pucker</source>
        <translation>噘嘴</translation>
    </message>
    <message>
        <source>kiss</source>
        <translation>亲吻</translation>
    </message>
    <message>
        <source>Draws the lips together and forward, as for a kiss (AU18).</source>
        <translation>把嘴唇收拢并前伸，如亲吻时（AU18）。</translation>
    </message>
    <message>
        <source>Lip funneler</source>
        <translation>嘴唇漏斗形</translation>
    </message>
    <message>
        <source>funnel</source>
        <translation>漏斗形</translation>
    </message>
    <message>
        <source>Opens the lips into a funnel, as for a long O (AU22).</source>
        <translation>嘴唇张成漏斗形，如发长音 O（AU22）。</translation>
    </message>
    <message>
        <source>Lip presser</source>
        <translation>抿嘴</translation>
    </message>
    <message>
        <source>press</source>
        <translation>抿紧</translation>
    </message>
    <message>
        <source>Presses the lips together (AU24).</source>
        <translation>双唇抿紧（AU24）。</translation>
    </message>
    <message>
        <source>Lip suck</source>
        <translation>嘴唇内卷</translation>
    </message>
    <message>
        <source>rolled in</source>
        <translation>内卷</translation>
    </message>
    <message>
        <source>Rolls both lips in over the teeth (AU28).</source>
        <translation>把双唇向内卷过牙齿（AU28）。</translation>
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
        <translation>提起这一侧的上唇，露出牙齿（AU10）。</translation>
    </message>
    <message>
        <source>Lower lip depressor</source>
        <translation>下唇下压</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>下落</translation>
    </message>
    <message>
        <source>Pulls the lower lip down on its side (AU16).</source>
        <translation>把这一侧的下唇向下拉（AU16）。</translation>
    </message>
    <message>
        <source>Dimpler</source>
        <translation>酒窝</translation>
    </message>
    <message>
        <source>tuck</source>
        <translation>收紧</translation>
    </message>
    <message>
        <source>Tucks the corner of the mouth in and back (AU14).</source>
        <translation>把嘴角向内、向后收（AU14）。</translation>
    </message>
    <message>
        <source>Mouth, sideways</source>
        <translation>嘴左右移动</translation>
    </message>
    <message>
        <source>Shifts the lips toward the subject&apos;s left or right.</source>
        <translation>把嘴唇移向人物自己的左侧或右侧。</translation>
    </message>
    <message>
        <source>Jaw drop</source>
        <translation>张嘴</translation>
    </message>
    <message>
        <source>Jaw</source>
        <translation>下颌</translation>
    </message>
    <message>
        <source>Drops the jaw and opens the mouth; to the left it closes a mouth that the photo shows open.</source>
        <translation>下颌下落、张开嘴；向左则合上照片中张开的嘴。</translation>
    </message>
    <message>
        <source>Jaw, sideways</source>
        <translation>下颌左右移动</translation>
    </message>
    <message>
        <source>Shifts the jaw toward the subject&apos;s left or right (AU30).</source>
        <translation>把下颌移向人物自己的左侧或右侧（AU30）。</translation>
    </message>
    <message>
        <source>Jaw, forward</source>
        <translation>下颌前伸</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前</translation>
    </message>
    <message>
        <source>Pushes the jaw forward (AU29).</source>
        <translation>把下颌向前伸（AU29）。</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>转头</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>to their right</source>
        <translation>转向其右</translation>
    </message>
    <message>
        <source>to their left</source>
        <translation>转向其左</translation>
    </message>
    <message>
        <source>Turns the head sideways, added to the photo&apos;s own pose.</source>
        <translation>左右转头，叠加在照片原有姿态上。</translation>
    </message>
    <message>
        <source>Nod</source>
        <translation>点头</translation>
    </message>
    <message>
        <source>Nods the head down or up, added to the photo&apos;s own pose.</source>
        <translation>低头或抬头，叠加在照片原有姿态上。</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>歪头</translation>
    </message>
    <message>
        <source>Tilts the head toward a shoulder, added to the photo&apos;s own pose.</source>
        <translation>头向肩膀歪，叠加在照片原有姿态上。</translation>
    </message>
    <message>
        <source>Neutralise</source>
        <translation>去除表情</translation>
    </message>
    <message>
        <source>Whole face</source>
        <translation>整张脸</translation>
    </message>
    <message>
        <source>as photographed</source>
        <translation>照片原样</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>Takes the expression that the photo shows out of the face, before anything else is added.</source>
        <translation>先去掉照片中原有的表情，再叠加其他调整。</translation>
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
        <translation>先去掉照片中原有的笑容并闭合嘴唇，再叠加其他调整；对不笑的脸没有作用。不含笑容的预设会设定此项。</translation>
    </message>
    <message>
        <source>Wrinkles</source>
        <translation>皱纹</translation>
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
        <translation>肌肉牵动处皮肤起皱的强度。没有动作的脸上不会画出任何皱纹。</translation>
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
        <translation>移动的皮肤按照片原有光线重新照亮的强度。没有动作的脸不受影响。</translation>
    </message>
    <message>
        <source>Brow down left</source>
        <translation>眉毛下压（左）</translation>
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
        <translation>添加</translation>
    </message>
    <message>
        <source>The ARKit blendshape browDownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 browDownLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow down right</source>
        <translation>眉毛下压（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape browDownRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 browDownRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow inner up</source>
        <translation>眉头上提</translation>
    </message>
    <message>
        <source>The ARKit blendshape browInnerUp, added to what the photo shows.</source>
        <translation>ARKit 混合变形 browInnerUp，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow outer up left</source>
        <translation>眉尾上提（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape browOuterUpLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 browOuterUpLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Brow outer up right</source>
        <translation>眉尾上提（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape browOuterUpRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 browOuterUpRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>The ARKit blendshape cheekPuff, added to what the photo shows.</source>
        <translation>ARKit 混合变形 cheekPuff，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Cheek squint left</source>
        <translation>脸颊上提（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape cheekSquintLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 cheekSquintLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Cheek squint right</source>
        <translation>脸颊上提（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape cheekSquintRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 cheekSquintRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye blink left</source>
        <translation>闭眼（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeBlinkLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeBlinkLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye blink right</source>
        <translation>闭眼（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeBlinkRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeBlinkRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look down left</source>
        <translation>眼睛向下看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookDownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookDownLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look down right</source>
        <translation>眼睛向下看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookDownRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookDownRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look in left</source>
        <translation>眼睛向内看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookInLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookInLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look in right</source>
        <translation>眼睛向内看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookInRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookInRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look out left</source>
        <translation>眼睛向外看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookOutLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookOutLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look out right</source>
        <translation>眼睛向外看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookOutRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookOutRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look up left</source>
        <translation>眼睛向上看（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookUpLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookUpLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye look up right</source>
        <translation>眼睛向上看（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeLookUpRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeLookUpRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye squint left</source>
        <translation>眯眼（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeSquintLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeSquintLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye squint right</source>
        <translation>眯眼（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeSquintRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeSquintRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye wide left</source>
        <translation>睁大眼（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeWideLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeWideLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Eye wide right</source>
        <translation>睁大眼（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape eyeWideRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 eyeWideRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw forward</source>
        <translation>下颌前伸</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawForward, added to what the photo shows.</source>
        <translation>ARKit 混合变形 jawForward，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw left</source>
        <translation>下颌左移</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 jawLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw open</source>
        <translation>张嘴</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawOpen, added to what the photo shows.</source>
        <translation>ARKit 混合变形 jawOpen，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Jaw right</source>
        <translation>下颌右移</translation>
    </message>
    <message>
        <source>The ARKit blendshape jawRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 jawRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth close</source>
        <translation>闭嘴</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthClose, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthClose，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth dimple left</source>
        <translation>酒窝（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthDimpleLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthDimpleLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth dimple right</source>
        <translation>酒窝（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthDimpleRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthDimpleRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth frown left</source>
        <translation>嘴角下压（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthFrownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthFrownLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth frown right</source>
        <translation>嘴角下压（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthFrownRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthFrownRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth funnel</source>
        <translation>嘴唇漏斗形</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthFunnel, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthFunnel，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth left</source>
        <translation>嘴左移</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth lower down left</source>
        <translation>下唇下拉（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthLowerDownLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthLowerDownLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth lower down right</source>
        <translation>下唇下拉（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthLowerDownRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthLowerDownRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth press left</source>
        <translation>抿嘴（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthPressLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthPressLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth press right</source>
        <translation>抿嘴（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthPressRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthPressRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth pucker</source>
        <translation>噘嘴</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthPucker, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthPucker，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth right</source>
        <translation>嘴右移</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth roll lower</source>
        <translation>下唇内卷</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthRollLower, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthRollLower，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth roll upper</source>
        <translation>上唇内卷</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthRollUpper, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthRollUpper，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth shrug lower</source>
        <translation>下唇上推</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthShrugLower, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthShrugLower，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth shrug upper</source>
        <translation>上唇上推</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthShrugUpper, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthShrugUpper，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth smile left</source>
        <translation>嘴角上扬（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthSmileLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthSmileLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth smile right</source>
        <translation>嘴角上扬（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthSmileRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthSmileRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth stretch left</source>
        <translation>嘴角拉伸（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthStretchLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthStretchLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth stretch right</source>
        <translation>嘴角拉伸（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthStretchRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthStretchRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth upper up left</source>
        <translation>上唇上提（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthUpperUpLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthUpperUpLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Mouth upper up right</source>
        <translation>上唇上提（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape mouthUpperUpRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 mouthUpperUpRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Nose sneer left</source>
        <translation>皱鼻（左）</translation>
    </message>
    <message>
        <source>The ARKit blendshape noseSneerLeft, added to what the photo shows.</source>
        <translation>ARKit 混合变形 noseSneerLeft，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Nose sneer right</source>
        <translation>皱鼻（右）</translation>
    </message>
    <message>
        <source>The ARKit blendshape noseSneerRight, added to what the photo shows.</source>
        <translation>ARKit 混合变形 noseSneerRight，叠加在照片原有表情上。</translation>
    </message>
    <message>
        <source>Tongue out</source>
        <translation>伸舌</translation>
    </message>
    <message>
        <source>The ARKit blendshape tongueOut, added to what the photo shows.</source>
        <translation>ARKit 混合变形 tongueOut，叠加在照片原有表情上。</translation>
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
        <translation>严肃</translation>
    </message>
    <message>
        <source>smiling</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Draws the face smiling, or not: mouth, cheeks and eyes.</source>
        <translation>画出微笑或不笑的脸：嘴、脸颊和眼睛。</translation>
    </message>
    <message>
        <source>Draws the mouth more or less open, with teeth where there are none to be seen.</source>
        <translation>嘴张开得更大或更小，看不到牙齿的地方也画出牙齿。</translation>
    </message>
    <message>
        <source>Draws the lids further apart or closer together.</source>
        <translation>上下眼睑分得更开或更近。</translation>
    </message>
    <message>
        <source>Brows up</source>
        <translation>扬眉</translation>
    </message>
    <message>
        <source>Draws the brows higher or lower.</source>
        <translation>眉毛更高或更低。</translation>
    </message>
    <message>
        <source>Frown</source>
        <translation>皱眉</translation>
    </message>
    <message>
        <source>relaxed</source>
        <translation>放松</translation>
    </message>
    <message>
        <source>frowning</source>
        <translation>皱眉</translation>
    </message>
    <message>
        <source>Draws the brows pulled together and down, or relaxed.</source>
        <translation>眉毛聚拢下压，或放松。</translation>
    </message>
    <message>
        <source>Squint</source>
        <translation>眯眼</translation>
    </message>
    <message>
        <source>squinting</source>
        <translation>眯眼</translation>
    </message>
    <message>
        <source>Draws the lower lids raised, or relaxed.</source>
        <translation>下眼睑抬起，或放松。</translation>
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
        <translation>头转向本人的右侧或左侧，并画出新露出的部分。</translation>
    </message>
    <message>
        <source>Draws the head looking further down or up.</source>
        <translation>头更低或更高。</translation>
    </message>
    <message>
        <source>Gaze</source>
        <translation>视线</translation>
    </message>
    <message>
        <source>Draws the eyes looking to the subject&apos;s right or left.</source>
        <translation>眼睛看向本人的右侧或左侧。</translation>
    </message>
    <message>
        <source>Skin light</source>
        <translation>肤色明暗</translation>
    </message>
    <message>
        <source>Skin and light</source>
        <translation>皮肤与光</translation>
    </message>
    <message>
        <source>Draws the skin darker or lighter.</source>
        <translation>皮肤更深或更浅。</translation>
    </message>
    <message>
        <source>Skin warmth</source>
        <translation>肤色冷暖</translation>
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
        <translation>皮肤的颜色更冷或更暖。</translation>
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
        <translation>红</translation>
    </message>
    <message>
        <source>Draws the lips paler or redder.</source>
        <translation>嘴唇更淡或更红。</translation>
    </message>
    <message>
        <source>Light from</source>
        <translation>光来自</translation>
    </message>
    <message>
        <source>the right</source>
        <translation>右侧</translation>
    </message>
    <message>
        <source>the left</source>
        <translation>左侧</translation>
    </message>
    <message>
        <source>Draws the face lit from the subject&apos;s right or left.</source>
        <translation>光从本人的右侧或左侧照来。</translation>
    </message>
    <message>
        <source>Hair light</source>
        <translation>发色明暗</translation>
    </message>
    <message>
        <source>Hair</source>
        <translation>头发</translation>
    </message>
    <message>
        <source>Draws the hair darker or lighter.</source>
        <translation>头发更深或更浅。</translation>
    </message>
    <message>
        <source>bald</source>
        <translation>光头</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Another face</source>
        <translation>另一张脸</translation>
    </message>
    <message>
        <source>Which face is mixed in: the one that is drawn from this seed.</source>
        <translation>混入哪张脸：由这个种子画出的那张。</translation>
    </message>
    <message>
        <source>Its shape</source>
        <translation>它的形状</translation>
    </message>
    <message>
        <source>How much of the other face&apos;s pose, shape and hair is mixed in.</source>
        <translation>混入另一张脸的姿态、脸形和发型的多少。</translation>
    </message>
    <message>
        <source>Its features</source>
        <translation>它的五官</translation>
    </message>
    <message>
        <source>How much of the other face&apos;s eyes, mouth and nose is mixed in.</source>
        <translation>混入另一张脸的眼、口、鼻的多少。</translation>
    </message>
    <message>
        <source>Its colours</source>
        <translation>它的颜色</translation>
    </message>
    <message>
        <source>How much of the other face&apos;s colours and light is mixed in.</source>
        <translation>混入另一张脸的颜色与光的多少。</translation>
    </message>
    <message>
        <source>Its eyes</source>
        <translation>它的眼睛</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at eyes and brows alone.</source>
        <translation>只在眼睛和眉毛处画另一张脸的多少。</translation>
    </message>
    <message>
        <source>Its nose</source>
        <translation>它的鼻子</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at the nose alone.</source>
        <translation>只在鼻子处画另一张脸的多少。</translation>
    </message>
    <message>
        <source>Its mouth</source>
        <translation>它的嘴</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at mouth and chin alone.</source>
        <translation>只在嘴和下巴处画另一张脸的多少。</translation>
    </message>
    <message>
        <source>Its skin</source>
        <translation>它的皮肤</translation>
    </message>
    <message>
        <source>How much of the other face is drawn at the rest of the skin.</source>
        <translation>在其余皮肤处画另一张脸的多少。</translation>
    </message>
    <message>
        <source>Its hair</source>
        <translation>它的头发</translation>
    </message>
    <message>
        <source>How much of the other face is drawn where the hair is.</source>
        <translation>在头发处画另一张脸的多少。</translation>
    </message>
    <message>
        <source>How much of the other picture is drawn around the head.</source>
        <translation>在头部周围画另一张图的多少。</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How much of the take counts beside what is set, and beside other takes at the same time.</source>
        <translation>片段相对于已设置的数值和同一时刻其他片段所占的比重。</translation>
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
        <translation>缓慢</translation>
    </message>
    <message>
        <source>Seconds in which the take comes in and goes out.</source>
        <translation>片段淡入和淡出所用的秒数。</translation>
    </message>
    <message>
        <source>still</source>
        <translation>不动</translation>
    </message>
    <message>
        <source>three times</source>
        <translation>三倍</translation>
    </message>
    <message>
        <source>By how much this part of the face moves: 0 not at all, 100 as recorded.</source>
        <translation>面部这一部分的运动幅度：0 为不动，100 为录制时的幅度。</translation>
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
        <translation>眼睛向内看</translation>
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
        <translation>眯眼</translation>
    </message>
    <message>
        <source>Eye wide</source>
        <translation>睁大眼</translation>
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
        <translation>嘴角酒窝</translation>
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
        <translation>眉毛下压</translation>
    </message>
    <message>
        <source>Brow outer up</source>
        <translation>眉尾上扬</translation>
    </message>
    <message>
        <source>Cheek squint</source>
        <translation>脸颊上挤</translation>
    </message>
    <message>
        <source>Nose sneer</source>
        <translation>皱鼻</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>开心</translation>
    </message>
    <message>
        <source>Mood</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>生气</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>悲伤</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>放松</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>惊讶</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa（啊）</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>语音</translation>
    </message>
    <message>
        <source>Ih</source>
        <translation>Ih（衣）</translation>
    </message>
    <message>
        <source>Ou</source>
        <translation>Ou（乌）</translation>
    </message>
    <message>
        <source>Ee</source>
        <translation>Ee（诶）</translation>
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
        <translation>无表情</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>MagicFace</source>
        <translation>MagicFace</translation>
    </message>
    <message>
        <source>50 as published, 20 or 10 to be quicker.</source>
        <translation>发表的设置为 50；20 或 10 更快。</translation>
    </message>
    <message>
        <source>{0} (as published)</source>
        <translation>{0}（发布时的值）</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>引导强度</translation>
    </message>
    <message>
        <source>How far to go towards what is asked: 1.5 as published, 3 as in its paper; below 1 is none.</source>
        <translation>向所要求的方向走多远：发表的设置为 1.5，论文中为 3；低于 1 表示不引导。</translation>
    </message>
    <message>
        <source>{0} (as in the paper)</source>
        <translation>{0}（论文中的值）</translation>
    </message>
    <message>
        <source>Redraws</source>
        <translation>重绘范围</translation>
    </message>
    <message>
        <source>The face only keeps hair, ears and clothes as they are: try it when the person is no longer the same.</source>
        <translation>“仅面部”会保持头发、耳朵和衣服不变：当人物看起来不再是同一个人时可以一试。</translation>
    </message>
    <message>
        <source>the whole person</source>
        <translation>整个人物</translation>
    </message>
    <message>
        <source>the face only</source>
        <translation>仅面部</translation>
    </message>
    <message>
        <source>Another number draws another picture of the same expression.</source>
        <translation>换一个数字会画出同一表情的另一张图。</translation>
    </message>
    <message>
        <source>Hair length</source>
        <translation>头发长度</translation>
    </message>
    <message>
        <source>Draws the hair shorter or longer.</source>
        <translation>头发更短或更长。</translation>
    </message>
    <message>
        <source>Hair volume</source>
        <translation>头发蓬松度</translation>
    </message>
    <message>
        <source>Draws less or more hair above the face.</source>
        <translation>脸上方的头发更少或更多。</translation>
    </message>
    <message>
        <source>Fringe</source>
        <translation>刘海</translation>
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
        <translation>露出额头，或用头发遮住。</translation>
    </message>
    <message>
        <source>Hair blond</source>
        <translation>发色金黄</translation>
    </message>
    <message>
        <source>golden</source>
        <translation>金黄</translation>
    </message>
    <message>
        <source>Draws the colour of the hair cooler or more golden.</source>
        <translation>头发的颜色更冷或更金黄。</translation>
    </message>
    <message>
        <source>Hair red</source>
        <translation>发色红</translation>
    </message>
    <message>
        <source>Draws the hair less or more red.</source>
        <translation>头发少红或多红。</translation>
    </message>
    <message>
        <source>Hair gray</source>
        <translation>发色灰白</translation>
    </message>
    <message>
        <source>Draws the hair less or more gray.</source>
        <translation>头发少白或多白。</translation>
    </message>
    <message>
        <source>Beard</source>
        <translation>胡须</translation>
    </message>
    <message>
        <source>shaven</source>
        <translation>剃净</translation>
    </message>
    <message>
        <source>bearded</source>
        <translation>有胡须</translation>
    </message>
    <message>
        <source>Draws chin and lip shaven, or a beard.</source>
        <translation>下巴和嘴唇周围剃净，或画出胡须。</translation>
    </message>
    <message>
        <source>younger</source>
        <translation>更年轻</translation>
    </message>
    <message>
        <source>older</source>
        <translation>更年长</translation>
    </message>
    <message>
        <source>Draws the person younger or older.</source>
        <translation>画得更年轻或更年长。</translation>
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
        <translation>脸更偏女性或更偏男性。</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>without</source>
        <translation>无</translation>
    </message>
    <message>
        <source>with</source>
        <translation>有</translation>
    </message>
    <message>
        <source>Draws glasses, or takes them off.</source>
        <translation>画上眼镜，或取下。</translation>
    </message>
    <message>
        <source>Forehead, width</source>
        <translation>额头宽度</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>额头</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>窄</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>宽</translation>
    </message>
    <message>
        <source>In the game (额头): scale Y of the brow bone.</source>
        <translation>游戏中（额头）：眉骨 Y 缩放。</translation>
    </message>
    <message>
        <source>Forehead, depth</source>
        <translation>额头前后</translation>
    </message>
    <message>
        <source>back</source>
        <translation>后</translation>
    </message>
    <message>
        <source>In the game (额头): position Z of the brow bone.</source>
        <translation>游戏中（额头）：眉骨 Z 位移。</translation>
    </message>
    <message>
        <source>Forehead, height</source>
        <translation>额头高度</translation>
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
        <translation>游戏中（额头）：眉骨 X 位移。</translation>
    </message>
    <message>
        <source>Cheeks, fullness</source>
        <translation>两颊丰满度</translation>
    </message>
    <message>
        <source>hollow</source>
        <translation>凹陷</translation>
    </message>
    <message>
        <source>In the game (两颊): scale Y.</source>
        <translation>游戏中（两颊）：Y 缩放。</translation>
    </message>
    <message>
        <source>Cheeks, up and down</source>
        <translation>两颊上下</translation>
    </message>
    <message>
        <source>In the game (两颊): position Z.</source>
        <translation>游戏中（两颊）：Z 位移。</translation>
    </message>
    <message>
        <source>Malar, width</source>
        <translation>颧部宽度</translation>
    </message>
    <message>
        <source>In the game (四白): scale Y.</source>
        <translation>游戏中（四白）：Y 缩放。</translation>
    </message>
    <message>
        <source>Malar, fullness</source>
        <translation>颧部丰满度</translation>
    </message>
    <message>
        <source>In the game (四白): position Z.</source>
        <translation>游戏中（四白）：Z 位移。</translation>
    </message>
    <message>
        <source>Jaw angle, width</source>
        <translation>下颌角宽度</translation>
    </message>
    <message>
        <source>Jaw and chin</source>
        <translation>下颌与下巴</translation>
    </message>
    <message>
        <source>In the game (下额): scale Y of the masseter.</source>
        <translation>游戏中（下额）：咬肌 Y 缩放。</translation>
    </message>
    <message>
        <source>Jaw angle, up and down</source>
        <translation>下颌角上下</translation>
    </message>
    <message>
        <source>In the game (下额): position Z of the masseter.</source>
        <translation>游戏中（下额）：咬肌 Z 位移。</translation>
    </message>
    <message>
        <source>Chin sides, width</source>
        <translation>下巴两侧宽度</translation>
    </message>
    <message>
        <source>In the game (下巴): scale Y.</source>
        <translation>游戏中（下巴）：Y 缩放。</translation>
    </message>
    <message>
        <source>Chin sides, up and down</source>
        <translation>下巴两侧上下</translation>
    </message>
    <message>
        <source>In the game (下巴): position Z.</source>
        <translation>游戏中（下巴）：Z 位移。</translation>
    </message>
    <message>
        <source>Chin tip, width</source>
        <translation>下巴尖宽度</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position Y.</source>
        <translation>游戏中（下巴尖）：Y 位移。</translation>
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
        <translation>长</translation>
    </message>
    <message>
        <source>Its backdrop</source>
        <translation>它的背景</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position Z.</source>
        <translation>游戏中（下巴尖）：Z 位移。</translation>
    </message>
    <message>
        <source>Chin tip, forward and back</source>
        <translation>下巴尖前后</translation>
    </message>
    <message>
        <source>In the game (下巴尖): position X.</source>
        <translation>游戏中（下巴尖）：X 位移。</translation>
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
        <translation>游戏中（下巴尖）：下颌骨 X 位移。</translation>
    </message>
    <message>
        <source>Brow, sideways</source>
        <translation>眉毛左右</translation>
    </message>
    <message>
        <source>together</source>
        <translation>靠拢</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>分开</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): position Y.</source>
        <translation>游戏中（眉毛整体）：Y 位移。</translation>
    </message>
    <message>
        <source>Brow, up and down</source>
        <translation>眉毛上下</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): position Z.</source>
        <translation>游戏中（眉毛整体）：Z 位移。</translation>
    </message>
    <message>
        <source>Brow, forward and back</source>
        <translation>眉毛前后</translation>
    </message>
    <message>
        <source>In the game (眉毛整体): position X.</source>
        <translation>游戏中（眉毛整体）：X 位移。</translation>
    </message>
    <message>
        <source>Brow, turn</source>
        <translation>眉毛旋转</translation>
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
        <translation>游戏中（眉毛整体）：旋转。</translation>
    </message>
    <message>
        <source>Inner brow, sideways</source>
        <translation>眉头左右</translation>
    </message>
    <message>
        <source>In the game (眉梢): position Y.</source>
        <translation>游戏中（眉梢）：Y 位移。</translation>
    </message>
    <message>
        <source>Inner brow, up and down</source>
        <translation>眉头上下</translation>
    </message>
    <message>
        <source>In the game (眉梢): position Z.</source>
        <translation>游戏中（眉梢）：Z 位移。</translation>
    </message>
    <message>
        <source>Middle brow, forward and back</source>
        <translation>眉中前后</translation>
    </message>
    <message>
        <source>In the game (眉中): position Y.</source>
        <translation>游戏中（眉中）：Y 位移。</translation>
    </message>
    <message>
        <source>Middle brow, up and down</source>
        <translation>眉中上下</translation>
    </message>
    <message>
        <source>In the game (眉中): position Z.</source>
        <translation>游戏中（眉中）：Z 位移。</translation>
    </message>
    <message>
        <source>Outer brow, sideways</source>
        <translation>眉尾左右</translation>
    </message>
    <message>
        <source>In the game (眉尾): position Y.</source>
        <translation>游戏中（眉尾）：Y 位移。</translation>
    </message>
    <message>
        <source>Outer brow, up and down</source>
        <translation>眉尾上下</translation>
    </message>
    <message>
        <source>In the game (眉尾): position Z.</source>
        <translation>游戏中（眉尾）：Z 位移。</translation>
    </message>
    <message>
        <source>Eye, sideways</source>
        <translation>眼睛左右</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): position Y.</source>
        <translation>游戏中（眼睛整体）：Y 位移。</translation>
    </message>
    <message>
        <source>Eye, up and down</source>
        <translation>眼睛上下</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): position Z.</source>
        <translation>游戏中（眼睛整体）：Z 位移。</translation>
    </message>
    <message>
        <source>Eye, forward and back</source>
        <translation>眼睛前后</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): position X.</source>
        <translation>游戏中（眼睛整体）：X 位移。</translation>
    </message>
    <message>
        <source>Eye, turn</source>
        <translation>眼睛旋转</translation>
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
        <translation>游戏中（眼睛整体）：旋转。</translation>
    </message>
    <message>
        <source>Eye, size</source>
        <translation>眼睛大小</translation>
    </message>
    <message>
        <source>In the game (眼睛整体): scale X, Y and Z.</source>
        <translation>游戏中（眼睛整体）：X、Y 与 Z 缩放。</translation>
    </message>
    <message>
        <source>Upper lid, fold</source>
        <translation>上眼睑褶皱</translation>
    </message>
    <message>
        <source>low fold</source>
        <translation>低褶皱</translation>
    </message>
    <message>
        <source>high fold</source>
        <translation>高褶皱</translation>
    </message>
    <message>
        <source>In the game (上眼睑): position Y.</source>
        <translation>游戏中（上眼睑）：Y 位移。</translation>
    </message>
    <message>
        <source>Upper lid, up and down</source>
        <translation>上眼睑上下</translation>
    </message>
    <message>
        <source>In the game (上眼睑): position Z.</source>
        <translation>游戏中（上眼睑）：Z 位移。</translation>
    </message>
    <message>
        <source>Upper lid, turn</source>
        <translation>上眼睑旋转</translation>
    </message>
    <message>
        <source>inner high</source>
        <translation>内侧高</translation>
    </message>
    <message>
        <source>outer high</source>
        <translation>外侧高</translation>
    </message>
    <message>
        <source>In the game (上眼睑): rotation.</source>
        <translation>游戏中（上眼睑）：旋转。</translation>
    </message>
    <message>
        <source>Lower lid, depth</source>
        <translation>下眼睑前后</translation>
    </message>
    <message>
        <source>In the game (下眼睑): position Y.</source>
        <translation>游戏中（下眼睑）：Y 位移。</translation>
    </message>
    <message>
        <source>Lower lid, up and down</source>
        <translation>下眼睑上下</translation>
    </message>
    <message>
        <source>In the game (下眼睑): position Z.</source>
        <translation>游戏中（下眼睑）：Z 位移。</translation>
    </message>
    <message>
        <source>Lower lid, bag</source>
        <translation>眼袋</translation>
    </message>
    <message>
        <source>bag</source>
        <translation>眼袋明显</translation>
    </message>
    <message>
        <source>In the game (下眼睑): rotation.</source>
        <translation>游戏中（下眼睑）：旋转。</translation>
    </message>
    <message>
        <source>Inner corner of the eye, sideways</source>
        <translation>内眼角左右</translation>
    </message>
    <message>
        <source>outward</source>
        <translation>向外</translation>
    </message>
    <message>
        <source>inward</source>
        <translation>向内</translation>
    </message>
    <message>
        <source>In the game (内眼角): position Y.</source>
        <translation>游戏中（内眼角）：Y 位移。</translation>
    </message>
    <message>
        <source>Inner corner of the eye, up and down</source>
        <translation>内眼角上下</translation>
    </message>
    <message>
        <source>In the game (内眼角): position Z.</source>
        <translation>游戏中（内眼角）：Z 位移。</translation>
    </message>
    <message>
        <source>Outer corner of the eye, sideways</source>
        <translation>外眼角左右</translation>
    </message>
    <message>
        <source>In the game (外眼角): position Y.</source>
        <translation>游戏中（外眼角）：Y 位移。</translation>
    </message>
    <message>
        <source>Outer corner of the eye, up and down</source>
        <translation>外眼角上下</translation>
    </message>
    <message>
        <source>In the game (外眼角): position Z.</source>
        <translation>游戏中（外眼角）：Z 位移。</translation>
    </message>
    <message>
        <source>Eyeball, gaze</source>
        <translation>眼珠视线</translation>
    </message>
    <message>
        <source>In the game (眼珠位置): rotation.</source>
        <translation>游戏中（眼珠位置）：旋转。</translation>
    </message>
    <message>
        <source>Nose, compression</source>
        <translation>鼻子收缩</translation>
    </message>
    <message>
        <source>compressed</source>
        <translation>收缩</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): position Y.</source>
        <translation>游戏中（鼻子整体）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose, up and down</source>
        <translation>鼻子上下</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): position Z.</source>
        <translation>游戏中（鼻子整体）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose, forward and back</source>
        <translation>鼻子前后</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): position X.</source>
        <translation>游戏中（鼻子整体）：X 位移。</translation>
    </message>
    <message>
        <source>Nose, size</source>
        <translation>鼻子大小</translation>
    </message>
    <message>
        <source>In the game (鼻子整体): scale Y and Z.</source>
        <translation>游戏中（鼻子整体）：Y 与 Z 缩放。</translation>
    </message>
    <message>
        <source>Nose tip, up and down</source>
        <translation>鼻尖上下</translation>
    </message>
    <message>
        <source>In the game (鼻尖): position Z.</source>
        <translation>游戏中（鼻尖）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose tip, septum</source>
        <translation>鼻尖鼻中隔</translation>
    </message>
    <message>
        <source>In the game (鼻尖): position Y.</source>
        <translation>游戏中（鼻尖）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose tip, size</source>
        <translation>鼻尖大小</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>精细</translation>
    </message>
    <message>
        <source>broad</source>
        <translation>宽大</translation>
    </message>
    <message>
        <source>In the game (鼻尖): scale.</source>
        <translation>游戏中（鼻尖）：缩放。</translation>
    </message>
    <message>
        <source>Nose wings, width</source>
        <translation>鼻翼宽度</translation>
    </message>
    <message>
        <source>In the game (鼻翼): scale Y.</source>
        <translation>游戏中（鼻翼）：Y 缩放。</translation>
    </message>
    <message>
        <source>Nose wings, up and down</source>
        <translation>鼻翼上下</translation>
    </message>
    <message>
        <source>In the game (鼻翼): position Z.</source>
        <translation>游戏中（鼻翼）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, curve</source>
        <translation>鼻梁弧度</translation>
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
        <translation>游戏中（鼻梁）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, hump</source>
        <translation>鼻梁驼峰</translation>
    </message>
    <message>
        <source>In the game (鼻梁): position Z.</source>
        <translation>游戏中（鼻梁）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, forward and back</source>
        <translation>鼻梁前后</translation>
    </message>
    <message>
        <source>In the game (鼻梁): position X.</source>
        <translation>游戏中（鼻梁）：X 位移。</translation>
    </message>
    <message>
        <source>Nose bridge, width</source>
        <translation>鼻梁宽度</translation>
    </message>
    <message>
        <source>In the game (鼻梁): scale Y.</source>
        <translation>游戏中（鼻梁）：Y 缩放。</translation>
    </message>
    <message>
        <source>Nose root, width</source>
        <translation>山根宽度</translation>
    </message>
    <message>
        <source>In the game (山根): position Y.</source>
        <translation>游戏中（山根）：Y 位移。</translation>
    </message>
    <message>
        <source>Nose root, up and down</source>
        <translation>山根上下</translation>
    </message>
    <message>
        <source>In the game (山根): position Z.</source>
        <translation>游戏中（山根）：Z 位移。</translation>
    </message>
    <message>
        <source>Nose root, forward and back</source>
        <translation>山根前后</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>直</translation>
    </message>
    <message>
        <source>In the game (山根): position X.</source>
        <translation>游戏中（山根）：X 位移。</translation>
    </message>
    <message>
        <source>Lips, forward and back</source>
        <translation>嘴唇前后</translation>
    </message>
    <message>
        <source>In the game (嘴唇整体): position X of three bones.</source>
        <translation>游戏中（嘴唇整体）：三根骨骼的 X 位移。</translation>
    </message>
    <message>
        <source>Lips, up and down</source>
        <translation>嘴唇上下</translation>
    </message>
    <message>
        <source>In the game (嘴唇整体): position Z of three bones.</source>
        <translation>游戏中（嘴唇整体）：三根骨骼的 Z 位移。</translation>
    </message>
    <message>
        <source>Upper lip, width</source>
        <translation>上唇宽度</translation>
    </message>
    <message>
        <source>In the game (上唇): scale Y.</source>
        <translation>游戏中（上唇）：Y 缩放。</translation>
    </message>
    <message>
        <source>Upper lip, up and down</source>
        <translation>上唇上下</translation>
    </message>
    <message>
        <source>In the game (上唇): position Z.</source>
        <translation>游戏中（上唇）：Z 位移。</translation>
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
        <translation>游戏中（上唇）：Z 缩放。</translation>
    </message>
    <message>
        <source>Upper lip, turn</source>
        <translation>上唇翻转</translation>
    </message>
    <message>
        <source>rolled out</source>
        <translation>外翻</translation>
    </message>
    <message>
        <source>In the game (上唇): rotation and position X.</source>
        <translation>游戏中（上唇）：旋转与 X 位移。</translation>
    </message>
    <message>
        <source>Upper lip bead, up and down</source>
        <translation>上唇珠上下</translation>
    </message>
    <message>
        <source>In the game (上唇珠): position Z.</source>
        <translation>游戏中（上唇珠）：Z 位移。</translation>
    </message>
    <message>
        <source>Upper lip bead, bow width</source>
        <translation>上唇珠唇弓宽度</translation>
    </message>
    <message>
        <source>In the game (上唇珠): position Y.</source>
        <translation>游戏中（上唇珠）：Y 位移。</translation>
    </message>
    <message>
        <source>Upper lip bead, size</source>
        <translation>上唇珠大小</translation>
    </message>
    <message>
        <source>pronounced</source>
        <translation>明显</translation>
    </message>
    <message>
        <source>In the game (上唇珠): scale.</source>
        <translation>游戏中（上唇珠）：缩放。</translation>
    </message>
    <message>
        <source>Lower lip bead, up and down</source>
        <translation>下唇珠上下</translation>
    </message>
    <message>
        <source>In the game (下唇珠): position Z.</source>
        <translation>游戏中（下唇珠）：Z 位移。</translation>
    </message>
    <message>
        <source>Lower lip bead, forward and back</source>
        <translation>下唇珠前后</translation>
    </message>
    <message>
        <source>In the game (下唇珠): position Y.</source>
        <translation>游戏中（下唇珠）：Y 位移。</translation>
    </message>
    <message>
        <source>Lower lip bead, size</source>
        <translation>下唇珠大小</translation>
    </message>
    <message>
        <source>In the game (下唇珠): scale.</source>
        <translation>游戏中（下唇珠）：缩放。</translation>
    </message>
    <message>
        <source>Lower lip, width</source>
        <translation>下唇宽度</translation>
    </message>
    <message>
        <source>In the game (下唇): scale Y.</source>
        <translation>游戏中（下唇）：Y 缩放。</translation>
    </message>
    <message>
        <source>Lower lip, up and down</source>
        <translation>下唇上下</translation>
    </message>
    <message>
        <source>In the game (下唇): position Z.</source>
        <translation>游戏中（下唇）：Z 位移。</translation>
    </message>
    <message>
        <source>Lower lip, height</source>
        <translation>下唇厚度</translation>
    </message>
    <message>
        <source>In the game (下唇): scale Z.</source>
        <translation>游戏中（下唇）：Z 缩放。</translation>
    </message>
    <message>
        <source>Lower lip, turn</source>
        <translation>下唇翻转</translation>
    </message>
    <message>
        <source>In the game (下唇): rotation and position X.</source>
        <translation>游戏中（下唇）：旋转与 X 位移。</translation>
    </message>
    <message>
        <source>Corners of the mouth, sideways</source>
        <translation>嘴角左右</translation>
    </message>
    <message>
        <source>In the game (唇角): position Y.</source>
        <translation>游戏中（唇角）：Y 位移。</translation>
    </message>
    <message>
        <source>Corners of the mouth, up and down</source>
        <translation>嘴角上下</translation>
    </message>
    <message>
        <source>In the game (唇角): position Z.</source>
        <translation>游戏中（唇角）：Z 位移。</translation>
    </message>
    <message>
        <source>Mouth opening, first</source>
        <translation>张口（一）</translation>
    </message>
    <message>
        <source>Kept in the file; another value overrides it. In the game (开口): rotation of the mandible, overwritten by the next value.</source>
        <translation>保留在文件中；会被另一个数值覆盖。游戏中（开口）：下颌骨旋转，会被下一个数值覆盖。</translation>
    </message>
    <message>
        <source>Mouth opening, jaw</source>
        <translation>张口（下颌）</translation>
    </message>
    <message>
        <source>In the game (开口): rotation of the mandible.</source>
        <translation>游戏中（开口）：下颌骨旋转。</translation>
    </message>
    <message>
        <source>Ear rim, width</source>
        <translation>耳廓宽度</translation>
    </message>
    <message>
        <source>Ears</source>
        <translation>耳朵</translation>
    </message>
    <message>
        <source>In the game (耳廓): scale Y.</source>
        <translation>游戏中（耳廓）：Y 缩放。</translation>
    </message>
    <message>
        <source>Ear rim, flare</source>
        <translation>耳廓外张</translation>
    </message>
    <message>
        <source>standing out</source>
        <translation>外张</translation>
    </message>
    <message>
        <source>In the game (耳廓): position Z.</source>
        <translation>游戏中（耳廓）：Z 位移。</translation>
    </message>
    <message>
        <source>Ear lobe, height</source>
        <translation>耳垂高度</translation>
    </message>
    <message>
        <source>In the game (耳垂): scale Y.</source>
        <translation>游戏中（耳垂）：Y 缩放。</translation>
    </message>
    <message>
        <source>Ear lobe, flare</source>
        <translation>耳垂外张</translation>
    </message>
    <message>
        <source>In the game (耳垂): position Z.</source>
        <translation>游戏中（耳垂）：Z 位移。</translation>
    </message>
    <message>
        <source>Ear lobe, size</source>
        <translation>耳垂大小</translation>
    </message>
    <message>
        <source>In the game (耳垂): scale Z.</source>
        <translation>游戏中（耳垂）：Z 缩放。</translation>
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
        <translation>保留在文件中；绑定不会读取。</translation>
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
        <translation>眉毛绘制</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅</translation>
    </message>
    <message>
        <source>How light the brows are painted. In the game (眉毛颜色): brow colour: white times 0.2 + 0.6 v.</source>
        <translation>眉毛画得多浅。游戏中（眉毛颜色）：眉毛颜色：白色 ×（0.2 + 0.6 v）。</translation>
    </message>
    <message>
        <source>Brow style 1</source>
        <translation>眉形 1</translation>
    </message>
    <message>
        <source>One of the three brow textures; choosing one leaves the others. In the game (眉形): brow texture Brow_01 when it is the largest of the three.</source>
        <translation>三种眉毛贴图之一；选中一个即放弃其余。游戏中（眉形）：三者中最大时使用眉毛贴图 Brow_01。</translation>
    </message>
    <message>
        <source>Brow style 2</source>
        <translation>眉形 2</translation>
    </message>
    <message>
        <source>One of the three brow textures; choosing one leaves the others. In the game (眉形): brow texture Brow_02 when it is the largest of the three.</source>
        <translation>三种眉毛贴图之一；选中一个即放弃其余。游戏中（眉形）：三者中最大时使用眉毛贴图 Brow_02。</translation>
    </message>
    <message>
        <source>Brow style 3</source>
        <translation>眉形 3</translation>
    </message>
    <message>
        <source>One of the three brow textures; choosing one leaves the others. In the game (眉形): brow texture Brow_03 when it is the largest of the three.</source>
        <translation>三种眉毛贴图之一；选中一个即放弃其余。游戏中（眉形）：三者中最大时使用眉毛贴图 Brow_03。</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
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
        <translation>年龄</translation>
    </message>
    <message>
        <source>child</source>
        <translation>儿童</translation>
    </message>
    <message>
        <source>old</source>
        <translation>老年</translation>
    </message>
    <message>
        <source>African</source>
        <translation>非洲特征</translation>
    </message>
    <message>
        <source>Asian</source>
        <translation>亚洲特征</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>体重</translation>
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
        <translation>松弛</translation>
    </message>
    <message>
        <source>muscular</source>
        <translation>发达</translation>
    </message>
    <message>
        <source>Head age</source>
        <translation>头部年龄</translation>
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
        <translation>头部角度</translation>
    </message>
    <message>
        <source>in</source>
        <translation>内</translation>
    </message>
    <message>
        <source>out</source>
        <translation>外</translation>
    </message>
    <message>
        <source>Head back depth</source>
        <translation>后脑深度</translation>
    </message>
    <message>
        <source>Head fat</source>
        <translation>头部胖瘦</translation>
    </message>
    <message>
        <source>Head depth</source>
        <translation>头部深度</translation>
    </message>
    <message>
        <source>Head width</source>
        <translation>头部宽度</translation>
    </message>
    <message>
        <source>Head height</source>
        <translation>头部高度</translation>
    </message>
    <message>
        <source>Head forward and back</source>
        <translation>头部前后</translation>
    </message>
    <message>
        <source>Head up and down</source>
        <translation>头部上下</translation>
    </message>
    <message>
        <source>Head sideways</source>
        <translation>头部左右</translation>
    </message>
    <message>
        <source>Head diamond</source>
        <translation>菱形脸</translation>
    </message>
    <message>
        <source>Head inverted triangular</source>
        <translation>倒三角脸</translation>
    </message>
    <message>
        <source>Head oval</source>
        <translation>椭圆脸</translation>
    </message>
    <message>
        <source>Head rectangular</source>
        <translation>长方脸</translation>
    </message>
    <message>
        <source>Head round</source>
        <translation>圆脸</translation>
    </message>
    <message>
        <source>Head square</source>
        <translation>方脸</translation>
    </message>
    <message>
        <source>Head triangular</source>
        <translation>三角脸</translation>
    </message>
    <message>
        <source>Forehead nubian</source>
        <translation>额头努比亚型</translation>
    </message>
    <message>
        <source>Forehead height</source>
        <translation>额头高度</translation>
    </message>
    <message>
        <source>Forehead temple</source>
        <translation>太阳穴</translation>
    </message>
    <message>
        <source>Forehead forward and back</source>
        <translation>额头前后</translation>
    </message>
    <message>
        <source>Eyebrows angle</source>
        <translation>眉毛角度</translation>
    </message>
    <message>
        <source>Eyebrows forward and back</source>
        <translation>眉毛前后</translation>
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
        <translation>内眼角</translation>
    </message>
    <message>
        <source>Eye epicanthus</source>
        <translation>内眦赘皮</translation>
    </message>
    <message>
        <source>Eye lid fold angle</source>
        <translation>眼睑褶皱角度</translation>
    </message>
    <message>
        <source>Eye lid fold fullness</source>
        <translation>眼睑褶皱丰满度</translation>
    </message>
    <message>
        <source>Eye lid fold</source>
        <translation>眼睑褶皱</translation>
    </message>
    <message>
        <source>Eye opening, inner</source>
        <translation>眼裂高度（内侧）</translation>
    </message>
    <message>
        <source>Eye opening, middle</source>
        <translation>眼裂高度（中部）</translation>
    </message>
    <message>
        <source>Eye opening, outer</source>
        <translation>眼裂高度（外侧）</translation>
    </message>
    <message>
        <source>Eye outer corner sideways</source>
        <translation>外眼角左右</translation>
    </message>
    <message>
        <source>Eye inner corner sideways</source>
        <translation>内眼角左右</translation>
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
        <translation>鼻子收缩</translation>
    </message>
    <message>
        <source>Nose curve</source>
        <translation>鼻梁弧度</translation>
    </message>
    <message>
        <source>Nose flaring</source>
        <translation>鼻孔外张</translation>
    </message>
    <message>
        <source>Nose greek</source>
        <translation>希腊鼻</translation>
    </message>
    <message>
        <source>Nose hump</source>
        <translation>鼻梁驼峰</translation>
    </message>
    <message>
        <source>Nose nostrils angle</source>
        <translation>鼻孔角度</translation>
    </message>
    <message>
        <source>Nose nostrils width</source>
        <translation>鼻孔宽度</translation>
    </message>
    <message>
        <source>Nose point</source>
        <translation>鼻尖</translation>
    </message>
    <message>
        <source>Nose point width</source>
        <translation>鼻尖宽度</translation>
    </message>
    <message>
        <source>Nose depth</source>
        <translation>鼻子深度</translation>
    </message>
    <message>
        <source>Nose width</source>
        <translation>鼻子宽度</translation>
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
        <translation>鼻子前后</translation>
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
        <translation>鼻子体积</translation>
    </message>
    <message>
        <source>Nose width of the root</source>
        <translation>山根宽度</translation>
    </message>
    <message>
        <source>Nose width of the bridge</source>
        <translation>鼻梁宽度</translation>
    </message>
    <message>
        <source>Nose width of the wings</source>
        <translation>鼻翼宽度</translation>
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
        <translation>唇弓宽度</translation>
    </message>
    <message>
        <source>Mouth dimples</source>
        <translation>酒窝</translation>
    </message>
    <message>
        <source>Mouth laugh lines</source>
        <translation>法令纹</translation>
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
        <translation>下唇丰满度</translation>
    </message>
    <message>
        <source>Mouth lower lip width</source>
        <translation>下唇宽度</translation>
    </message>
    <message>
        <source>Mouth philtrum volume</source>
        <translation>人中深浅</translation>
    </message>
    <message>
        <source>Mouth depth</source>
        <translation>嘴部深度</translation>
    </message>
    <message>
        <source>Mouth width</source>
        <translation>嘴部宽度</translation>
    </message>
    <message>
        <source>Mouth height</source>
        <translation>嘴部高度</translation>
    </message>
    <message>
        <source>Mouth forward and back</source>
        <translation>嘴部前后</translation>
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
        <translation>上唇丰满度</translation>
    </message>
    <message>
        <source>Mouth upper lip width</source>
        <translation>上唇宽度</translation>
    </message>
    <message>
        <source>Ear flap</source>
        <translation>耳廓贴合</translation>
    </message>
    <message>
        <source>Ear lobe</source>
        <translation>耳垂</translation>
    </message>
    <message>
        <source>Ear rotation</source>
        <translation>耳朵旋转</translation>
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
        <translation>耳形圆度</translation>
    </message>
    <message>
        <source>square</source>
        <translation>方</translation>
    </message>
    <message>
        <source>round</source>
        <translation>圆</translation>
    </message>
    <message>
        <source>Ear forward and back</source>
        <translation>耳朵前后</translation>
    </message>
    <message>
        <source>Ear up and down</source>
        <translation>耳朵上下</translation>
    </message>
    <message>
        <source>Ear wing</source>
        <translation>招风耳</translation>
    </message>
    <message>
        <source>Cheek bones</source>
        <translation>颧骨</translation>
    </message>
    <message>
        <source>Cheek inner</source>
        <translation>脸颊内侧</translation>
    </message>
    <message>
        <source>Cheek up and down</source>
        <translation>脸颊上下</translation>
    </message>
    <message>
        <source>Cheek volume</source>
        <translation>脸颊丰满度</translation>
    </message>
    <message>
        <source>Chin bones</source>
        <translation>下颌骨</translation>
    </message>
    <message>
        <source>Chin cleft</source>
        <translation>下巴沟</translation>
    </message>
    <message>
        <source>Chin height</source>
        <translation>下巴高度</translation>
    </message>
    <message>
        <source>Chin jaw drop</source>
        <translation>下颌下垂</translation>
    </message>
    <message>
        <source>Chin prognathism</source>
        <translation>下颌前突</translation>
    </message>
    <message>
        <source>Chin prominent</source>
        <translation>下巴突出</translation>
    </message>
    <message>
        <source>Chin width</source>
        <translation>下巴宽度</translation>
    </message>
    <message>
        <source>Chin triangle</source>
        <translation>下巴三角</translation>
    </message>
    <message>
        <source>Neck circ</source>
        <translation>颈围</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>颈部</translation>
    </message>
    <message>
        <source>Neck height</source>
        <translation>颈部高度</translation>
    </message>
    <message>
        <source>Neck back depth</source>
        <translation>后颈深度</translation>
    </message>
    <message>
        <source>Neck double</source>
        <translation>双下巴</translation>
    </message>
    <message>
        <source>Neck depth</source>
        <translation>颈部深度</translation>
    </message>
    <message>
        <source>Neck width</source>
        <translation>颈部宽度</translation>
    </message>
    <message>
        <source>Neck forward and back</source>
        <translation>颈部前后</translation>
    </message>
    <message>
        <source>Neck up and down</source>
        <translation>颈部上下</translation>
    </message>
    <message>
        <source>Neck sideways</source>
        <translation>颈部左右</translation>
    </message>
    <message>
        <source>Brow 1</source>
        <translation>眉毛不对称 1</translation>
    </message>
    <message>
        <source>Asymmetry</source>
        <translation>不对称</translation>
    </message>
    <message>
        <source>Brow 2</source>
        <translation>眉毛不对称 2</translation>
    </message>
    <message>
        <source>Cheek 1</source>
        <translation>脸颊不对称 1</translation>
    </message>
    <message>
        <source>Cheek 2</source>
        <translation>脸颊不对称 2</translation>
    </message>
    <message>
        <source>Ear 1</source>
        <translation>耳朵不对称 1</translation>
    </message>
    <message>
        <source>Ear 2</source>
        <translation>耳朵不对称 2</translation>
    </message>
    <message>
        <source>Ear 3</source>
        <translation>耳朵不对称 3</translation>
    </message>
    <message>
        <source>Ear 4</source>
        <translation>耳朵不对称 4</translation>
    </message>
    <message>
        <source>Eye 1</source>
        <translation>眼睛不对称 1</translation>
    </message>
    <message>
        <source>Eye 2</source>
        <translation>眼睛不对称 2</translation>
    </message>
    <message>
        <source>Eye 3</source>
        <translation>眼睛不对称 3</translation>
    </message>
    <message>
        <source>Eye 4</source>
        <translation>眼睛不对称 4</translation>
    </message>
    <message>
        <source>Eye 5</source>
        <translation>眼睛不对称 5</translation>
    </message>
    <message>
        <source>Eye 6</source>
        <translation>眼睛不对称 6</translation>
    </message>
    <message>
        <source>Eye 7</source>
        <translation>眼睛不对称 7</translation>
    </message>
    <message>
        <source>Eye 8</source>
        <translation>眼睛不对称 8</translation>
    </message>
    <message>
        <source>Jaw 1</source>
        <translation>下颌不对称 1</translation>
    </message>
    <message>
        <source>Jaw 2</source>
        <translation>下颌不对称 2</translation>
    </message>
    <message>
        <source>Jaw 3</source>
        <translation>下颌不对称 3</translation>
    </message>
    <message>
        <source>Mouth 1</source>
        <translation>嘴不对称 1</translation>
    </message>
    <message>
        <source>Mouth 2</source>
        <translation>嘴不对称 2</translation>
    </message>
    <message>
        <source>Nose 1</source>
        <translation>鼻子不对称 1</translation>
    </message>
    <message>
        <source>Nose 2</source>
        <translation>鼻子不对称 2</translation>
    </message>
    <message>
        <source>Nose 3</source>
        <translation>鼻子不对称 3</translation>
    </message>
    <message>
        <source>Nose 4</source>
        <translation>鼻子不对称 4</translation>
    </message>
    <message>
        <source>Temple 1</source>
        <translation>太阳穴不对称 1</translation>
    </message>
    <message>
        <source>Temple 2</source>
        <translation>太阳穴不对称 2</translation>
    </message>
    <message>
        <source>Top 1</source>
        <translation>头顶不对称 1</translation>
    </message>
    <message>
        <source>Top 2</source>
        <translation>头顶不对称 2</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>warming up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>looking for faces</source>
        <translation>查找人脸</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>fitting the head</source>
        <translation>拟合头部</translation>
    </message>
    <message>
        <source>fitting the rig</source>
        <translation>拟合绑定</translation>
    </message>
    <message>
        <source>making networks</source>
        <translation>正在构建网络</translation>
    </message>
    <message>
        <source>drawing with the plain loop</source>
        <translation>正在用原始循环绘制</translation>
    </message>
    <message>
        <source>memory was short: pictures are coded on the processor</source>
        <translation>显存不足：图像改由处理器编解码</translation>
    </message>
    <message>
        <source>memory was short: the face was looked at on the processor</source>
        <translation>显存不足：已改用处理器分析人脸</translation>
    </message>
    <message>
        <source>memory was short: both guidance halves are drawn one after the other, which takes longer</source>
        <translation>显存不足：引导的两半将依次绘制，耗时更长</translation>
    </message>
    <message>
        <source>blending</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>opening the portrait</source>
        <translation>打开肖像</translation>
    </message>
    <message>
        <source>measuring: knobs</source>
        <translation>测量：旋钮</translation>
    </message>
    <message>
        <source>Making latents</source>
        <translation>正在生成潜向量</translation>
    </message>
    <message>
        <source>looking at what is behind</source>
        <translation>查看背后的部分</translation>
    </message>
    <message>
        <source>drawing the face as it is</source>
        <translation>绘制原来的脸</translation>
    </message>
    <message>
        <source>looking at the changed face</source>
        <translation>查看改变后的脸</translation>
    </message>
    <message>
        <source>looking at the drawn face</source>
        <translation>查看画出的脸</translation>
    </message>
    <message>
        <source>the latents are no (rows, width) of finite numbers</source>
        <translation>潜向量不是由有限数组成的（行，宽）</translation>
    </message>
    <message>
        <source>{0} draws {1} pixels at most, not {2}</source>
        <translation>{0} 最多绘制 {1} 像素，而不是 {2}</translation>
    </message>
    <message>
        <source>a direction of {0} numbers does not fit latents {1}, rows {2} to {3}</source>
        <translation>{0} 个数的方向不适用于 {1} 的潜向量，第 {2} 到 {3} 行</translation>
    </message>
    <message>
        <source>a strength must be a finite number</source>
        <translation>强度必须是有限数</translation>
    </message>
    <message>
        <source>the direction {0} is of another latent space than these latents</source>
        <translation>方向 {0} 属于另一个潜空间，与这些潜向量不同</translation>
    </message>
    <message>
        <source>it is {0} wide, they are {1}</source>
        <translation>它的宽度是 {0}，而它们是 {1}</translation>
    </message>
    <message>
        <source>how far faces are spread along {0} is not known</source>
        <translation>不知道人脸沿 {0} 的分布有多宽</translation>
    </message>
    <message>
        <source>measure it: with_sigma</source>
        <translation>请先测量：with_sigma</translation>
    </message>
    <message>
        <source>Drawing changed face {0} of {1}</source>
        <translation>正在绘制改变后的脸：第 {0} 张，共 {1} 张</translation>
    </message>
    <message>
        <source>there is no direction {0}</source>
        <translation>没有方向 {0}</translation>
    </message>
    <message>
        <source>there are {0}</source>
        <translation>有 {0}</translation>
    </message>
    <message>
        <source>a direction of zeros, or of numbers too large, leads nowhere</source>
        <translation>全为零或数值过大的方向没有意义</translation>
    </message>
    <message>
        <source>a direction and what it is to leave alone have different widths</source>
        <translation>方向与需要保持不变的方向宽度不同</translation>
    </message>
    <message>
        <source>holds no directions of Facewright</source>
        <translation>其中没有 Facewright 的方向</translation>
    </message>
    <message>
        <source>its vectors are {0} {1}, not float32 (directions, width)</source>
        <translation>其向量是 {0} {1}，不是 float32（方向数，宽度）</translation>
    </message>
    <message>
        <source>the direction {0} is no vector of finite numbers</source>
        <translation>方向 {0} 不是由有限数组成的向量</translation>
    </message>
    <message>
        <source>the direction {0} has the length {1}, not 1</source>
        <translation>方向 {0} 的长度是 {1}，不是 1</translation>
    </message>
    <message>
        <source>the direction {0} moves rows {1} to {2}</source>
        <translation>方向 {0} 移动第 {1} 到 {2} 行</translation>
    </message>
    <message>
        <source>there are no directions in it</source>
        <translation>其中没有方向</translation>
    </message>
    <message>
        <source>its directions have different widths</source>
        <translation>其中各方向的宽度不同</translation>
    </message>
    <message>
        <source>two directions have one name</source>
        <translation>有两个方向同名</translation>
    </message>
    <message>
        <source>these directions are {0} wide, {1}&apos;s latents {2}</source>
        <translation>这些方向的宽度是 {0}，{1} 的潜向量是 {2}</translation>
    </message>
    <message>
        <source>they were found for another generator</source>
        <translation>它们是为另一个生成器求得的</translation>
    </message>
    <message>
        <source>these directions were found for another generator ({0}) than {1}</source>
        <translation>这些方向是为另一个生成器（{0}）求得的，而不是 {1}</translation>
    </message>
    <message>
        <source>nothing of the direction is left without the others</source>
        <translation>去掉其他方向的成分后，这个方向什么也不剩</translation>
    </message>
    <message>
        <source>a direction {0} is not {1} wide</source>
        <translation>方向 {0} 的宽度不是 {1}</translation>
    </message>
    <message>
        <source>it is another generator&apos;s</source>
        <translation>它属于另一个生成器</translation>
    </message>
    <message>
        <source>its rows point to different sides (w+); only directions in w can be used</source>
        <translation>它的各行指向不同的方向（w+）；只能使用 w 中的方向</translation>
    </message>
    <message>
        <source>the rows it leaves alone lie between those it moves</source>
        <translation>它保持不变的行夹在它移动的行之间</translation>
    </message>
    <message>
        <source>moves some of {0} rows, and the generator has {1}</source>
        <translation>移动 {0} 行中的一部分，而生成器有 {1} 行</translation>
    </message>
    <message>
        <source>moves none of the generator&apos;s rows</source>
        <translation>没有移动生成器的任何一行</translation>
    </message>
    <message>
        <source>unknown layout {0}</source>
        <translation>未知的布局 {0}</translation>
    </message>
    <message>
        <source>layouts are {0}</source>
        <translation>可用的布局：{0}</translation>
    </message>
    <message>
        <source>{0} moves rows up to {1}, and there are to be {2}</source>
        <translation>{0} 移动到第 {1} 行，而应有 {2} 行</translation>
    </message>
    <message>
        <source>{0}: directions for other programs are written as .npy or .pt</source>
        <translation>{0}：供其他程序使用的方向以 .npy 或 .pt 写入</translation>
    </message>
    <message>
        <source>there is no cluster at {0}: {1}</source>
        <translation>{0} 处没有集群：{1}</translation>
    </message>
    <message>
        <source>a worker of the cluster ended by itself: {0}</source>
        <translation>集群的一个工作进程自行结束：{0}</translation>
    </message>
    <message>
        <source>Looking at what {0} does</source>
        <translation>正在查看 {0} 的作用</translation>
    </message>
    <message>
        <source>these labels come without latents</source>
        <translation>这些标签没有附带潜向量</translation>
    </message>
    <message>
        <source>give the file of their w</source>
        <translation>请提供它们的 w 文件</translation>
    </message>
    <message>
        <source>the latents hold numbers that are not finite, or there are none</source>
        <translation>潜向量含有不是有限数的值，或者一个也没有</translation>
    </message>
    <message>
        <source>none of these attributes can be fitted</source>
        <translation>这些属性都无法拟合</translation>
    </message>
    <message>
        <source>a fit takes {0} labelled faces, {1} of them with and without</source>
        <translation>拟合需要 {0} 张已标注的脸，其中具备与不具备该属性的各 {1} 张</translation>
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
        <translation>held_out 和 tails 须在 0.05 到 0.5 之间，penalty 须为正数</translation>
    </message>
    <message>
        <source>Fitting {0}</source>
        <translation>正在拟合 {0}</translation>
    </message>
    <message>
        <source>{0} cannot be freed of {1}: there is no direction of that</source>
        <translation>{0} 无法去除 {1} 的成分：没有后者的方向</translation>
    </message>
    <message>
        <source>holds no labels of Facewright</source>
        <translation>其中没有 Facewright 的标签</translation>
    </message>
    <message>
        <source>what it says about its labels is not what it should be</source>
        <translation>它对其标签的说明不正确</translation>
    </message>
    <message>
        <source>the labels call {0} a {1}, which is none of {2}</source>
        <translation>标签把 {0} 称为 {1}，而它不属于 {2}</translation>
    </message>
    <message>
        <source>the seeds of the labels are not what they should be</source>
        <translation>标签的种子不正确</translation>
    </message>
    <message>
        <source>the scores are {0} {1}, not float32 ({2}, {3})</source>
        <translation>分数是 {0} {1}，不是 float32（{2}，{3}）</translation>
    </message>
    <message>
        <source>the scores hold numbers that are infinite</source>
        <translation>分数含有无穷大的值</translation>
    </message>
    <message>
        <source>two columns of the labels have one name</source>
        <translation>标签有两列同名</translation>
    </message>
    <message>
        <source>w of the labels is {0} {1}, not float32 ({2}, any)</source>
        <translation>标签的 w 是 {0} {1}，不是 float32（{2}，任意）</translation>
    </message>
    <message>
        <source>w of the labels holds numbers that are not finite</source>
        <translation>标签的 w 含有不是有限数的值</translation>
    </message>
    <message>
        <source>the labels have no column {0}</source>
        <translation>标签没有 {0} 这一列</translation>
    </message>
    <message>
        <source>they have {0}</source>
        <translation>标签有 {0}</translation>
    </message>
    <message>
        <source>there are {0} latents for {1} labelled faces</source>
        <translation>有 {0} 个潜向量，对应 {1} 张已标注的脸</translation>
    </message>
    <message>
        <source>write to another file, or remove this one</source>
        <translation>请写入另一个文件，或移除这一个</translation>
    </message>
    <message>
        <source>Labelling: {0} of {1} faces</source>
        <translation>标注：{1} 张脸中的第 {0} 张</translation>
    </message>
    <message>
        <source>{0}: was labelled by another version, which measured {1} columns; now there are {2}</source>
        <translation>{0}：由另一个版本标注，当时测量 {1} 列；现在有 {2} 列</translation>
    </message>
    <message>
        <source>{0}: holds labels of other faces</source>
        <translation>{0}：含有其他人脸的标签</translation>
    </message>
    <message>
        <source>{0}: was labelled with {1}; now there are {2}</source>
        <translation>{0}：标注时使用 {1}；现在有 {2}</translation>
    </message>
    <message>
        <source>nobody knows what</source>
        <translation>不明来源</translation>
    </message>
    <message>
        <source>is neither .npy nor a file of torch</source>
        <translation>既不是 .npy，也不是 torch 的文件</translation>
    </message>
    <message>
        <source>holds something other than one array of numbers</source>
        <translation>内容不是单个数值数组</translation>
    </message>
    <message>
        <source>holds no numbers</source>
        <translation>其中没有数值</translation>
    </message>
    <message>
        <source>holds numbers that are not finite</source>
        <translation>含有不是有限数的值</translation>
    </message>
    <message>
        <source>{0}: w is {1}, not (faces, width)</source>
        <translation>{0}：w 是 {1}，不是（人脸数，宽度）</translation>
    </message>
    <message>
        <source>its rows are codes of their own (w+), from which no direction in w can be found</source>
        <translation>它的各行各自编码（w+），无法从中求得 w 的方向</translation>
    </message>
    <message>
        <source>its rare attributes do not say which sign means there</source>
        <translation>其中罕见的属性没有说明哪个正负号表示具备</translation>
    </message>
    <message>
        <source>say whether negative or positive numbers mean that an attribute is there</source>
        <translation>请说明是负数还是正数表示具备该属性</translation>
    </message>
    <message>
        <source>holds no labels: all rows are zero</source>
        <translation>其中没有标签：所有行都是零</translation>
    </message>
    <message>
        <source>these labels have other columns than NVIDIA&apos;s classifiers</source>
        <translation>这些标签的列与 NVIDIA 分类器的不同</translation>
    </message>
    <message>
        <source>holds other things than z, w and Azure&apos;s answers</source>
        <translation>内容不是 z、w 和 Azure 的回答</translation>
    </message>
    <message>
        <source>z {0}, w {1} and {2} answers do not go together</source>
        <translation>z {0}、w {1} 与 {2} 个回答彼此不符</translation>
    </message>
    <message>
        <source>its w differ from row to row (w+), from which no direction in w can be found</source>
        <translation>它的 w 每行不同（w+），无法从中求得 w 的方向</translation>
    </message>
    <message>
        <source>these labels have other columns than Azure&apos;s</source>
        <translation>这些标签的列与 Azure 的不同</translation>
    </message>
    <message>
        <source>would unpack to far more than such a file holds</source>
        <translation>解压后会远远超过这类文件的大小</translation>
    </message>
    <message>
        <source>is cut</source>
        <translation>文件被截断</translation>
    </message>
    <message>
        <source>a table of labels is (faces, {0}), not {1}</source>
        <translation>标签表应为（人脸数，{0}），而不是 {1}</translation>
    </message>
    <message>
        <source>{0}: what was written is not what was meant</source>
        <translation>{0}：写入的内容与预期不符</translation>
    </message>
    <message>
        <source>one of Azure&apos;s answers is not what it should be</source>
        <translation>Azure 的一个回答不正确</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>a worker has another generator or other analysers than the program that asks</source>
        <translation>一个工作进程的生成器或分析模型与发起请求的程序不同</translation>
    </message>
    <message>
        <source>these latents are not {0}&apos;s: {1} of {2}</source>
        <translation>这些潜向量不是 {0} 的：{1}，来自 {2}</translation>
    </message>
    <message>
        <source>it takes {0}</source>
        <translation>它需要 {0}</translation>
    </message>
    <message>
        <source>there is no face {0} in the photo</source>
        <translation>照片中没有第 {0} 张脸</translation>
    </message>
    <message>
        <source>{0}: holds {1} faces, not one</source>
        <translation>{0}：含有 {1} 张脸，而不是一张</translation>
    </message>
    <message>
        <source>{0}: the latents of {1}, not of {2}</source>
        <translation>{0}：是 {1} 的潜向量，不是 {2} 的</translation>
    </message>
    <message>
        <source>{0}: latents of {1}, {2} takes {3}</source>
        <translation>{0}：潜向量是 {1}，{2} 需要 {3}</translation>
    </message>
    <message>
        <source>{0}: is packed in a way Facewright does not use</source>
        <translation>{0}：打包方式不是 Facewright 所用的</translation>
    </message>
    <message>
        <source>{0}: damaged: a part of it has another length than it says</source>
        <translation>{0}：已损坏：其中一部分的长度与标明的不符</translation>
    </message>
    <message>
        <source>{0}: holds a part with the name {1}, which is not allowed</source>
        <translation>{0}：其中一部分的名称 {1} 不允许使用</translation>
    </message>
    <message>
        <source>{0}: holds a link, which is not allowed</source>
        <translation>{0}：含有链接，这是不允许的</translation>
    </message>
    <message>
        <source>{0}: holds {1} twice</source>
        <translation>{0}：{1} 出现了两次</translation>
    </message>
    <message>
        <source>{0}: has {1} parts; no such file has more than {2}</source>
        <translation>{0}：有 {1} 个部分；这类文件不会超过 {2} 个</translation>
    </message>
    <message>
        <source>{0}: would unpack to far more than such a file holds</source>
        <translation>{0}：解压后会远远超过这类文件的大小</translation>
    </message>
    <message>
        <source>{0}: this is written as .npz</source>
        <translation>{0}：这种内容以 .npz 写入</translation>
    </message>
    <message>
        <source>{0}: is no .npz file</source>
        <translation>{0}：不是 .npz 文件</translation>
    </message>
    <message>
        <source>holds Python objects, not numbers</source>
        <translation>含有 Python 对象，而不是数值</translation>
    </message>
    <message>
        <source>nothing of it was run</source>
        <translation>其中的内容都没有执行</translation>
    </message>
    <message>
        <source>an array has another length than it says, or holds no numbers</source>
        <translation>一个数组的长度与标明的不符，或不含数值</translation>
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
        <translation>{0}：已损坏，或是其他类型</translation>
    </message>
    <message>
        <source>is no .npy file, or damaged</source>
        <translation>不是 .npy 文件，或已损坏</translation>
    </message>
    <message>
        <source>did you mean {0}?</source>
        <translation>您是否想用 {0}？</translation>
    </message>
    <message>
        <source>unknown control {0}</source>
        <translation>未知的控件 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not a finite number</source>
        <translation>{0}：{1} 不是有限数</translation>
    </message>
    <message>
        <source>{0}: {1} is outside {2} to {3}</source>
        <translation>{0}：{1} 超出 {2} 到 {3} 的范围</translation>
    </message>
    <message>
        <source>{0}: {1} is not a number</source>
        <translation>{0}：{1} 不是数值</translation>
    </message>
    <message>
        <source>{0}: larger than {1} bytes, which no such file is</source>
        <translation>{0}：大于 {1} 字节，这类文件不会这么大</translation>
    </message>
    <message>
        <source>unknown OpenGL choice {0}</source>
        <translation>未知的 OpenGL 选项 {0}</translation>
    </message>
    <message>
        <source>{0} is one of {1}</source>
        <translation>{0} 须为下列之一：{1}</translation>
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
        <translation>测量：{0}</translation>
    </message>
    <message>
        <source>not measured in a packaged program</source>
        <translation>在打包的程序中不测量</translation>
    </message>
    <message>
        <source>the child process failed: {0}</source>
        <translation>子进程失败：{0}</translation>
    </message>
    <message>
        <source>the child process did not end within three minutes</source>
        <translation>子进程没有在三分钟内结束</translation>
    </message>
    <message>
        <source>drawing with the resident loop, {0}</source>
        <translation>正在用常驻循环绘制，{0}</translation>
    </message>
    <message>
        <source>there is: {0}</source>
        <translation>有：{0}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>{0}: the name must end in {1}</source>
        <translation>{0}：名称必须以 {1} 结尾</translation>
    </message>
    <message>
        <source>graphics</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>head</source>
        <translation>头部</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>puppet</source>
        <translation>木偶</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>身份</translation>
    </message>
    <message>
        <source>unknown renderer {0}</source>
        <translation>未知的渲染器 {0}</translation>
    </message>
    <message>
        <source>{0}: does not belong to this version</source>
        <translation>{0}：不属于这个版本</translation>
    </message>
    <message>
        <source>{0}: {1} is not a whole number</source>
        <translation>{0}：{1} 不是整数</translation>
    </message>
    <message>
        <source>install Facewright again</source>
        <translation>请重新安装 Facewright</translation>
    </message>
    <message>
        <source>EGL has no device</source>
        <translation>EGL 没有设备</translation>
    </message>
    <message>
        <source>{0} (software)</source>
        <translation>{0}（软件）</translation>
    </message>
    <message>
        <source>{0} (graphics card)</source>
        <translation>{0}（显卡）</translation>
    </message>
    <message>
        <source>switched off by {0}=none</source>
        <translation>已由 {0}=none 关闭</translation>
    </message>
    <message>
        <source>no software OpenGL on this system</source>
        <translation>本系统没有软件 OpenGL</translation>
    </message>
    <message>
        <source>Mesa&apos;s software renderer is missing; {0}</source>
        <translation>缺少 Mesa 的软件渲染器；{0}</translation>
    </message>
    <message>
        <source>none ({0})</source>
        <translation>无（{0}）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>OpenGL is switched off or missing</source>
        <translation>OpenGL 已关闭或不存在</translation>
    </message>
    <message>
        <source>the moderngl package is missing: {0}</source>
        <translation>缺少 moderngl 软件包：{0}</translation>
    </message>
    <message>
        <source>no OpenGL 3.3: {0}</source>
        <translation>没有 OpenGL 3.3：{0}</translation>
    </message>
    <message>
        <source>EGL: {0}</source>
        <translation>EGL：{0}</translation>
    </message>
    <message>
        <source>the system&apos;s OpenGL libraries are missing ({0}); {1}</source>
        <translation>缺少系统的 OpenGL 库（{0}）；{1}</translation>
    </message>
    <message>
        <source>{0}, {1} CPU cores</source>
        <translation>{0}，{1} 个 CPU 核心</translation>
    </message>
    <message>
        <source>{0}; runs on {1}</source>
        <translation>{0}；运行于 {1}</translation>
    </message>
    <message>
        <source>the authors&apos; jaw line</source>
        <translation>作者的下颌线</translation>
    </message>
    <message>
        <source>the jaw line from landmarks</source>
        <translation>由关键点得到的下颌线</translation>
    </message>
    <message>
        <source>runs on {0} in {1}, {2}</source>
        <translation>以 {1} 运行于 {0}，{2}</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>{0} on {1}</source>
        <translation>{0}，运行于 {1}</translation>
    </message>
    <message>
        <source>data folder</source>
        <translation>数据文件夹</translation>
    </message>
    <message>
        <source>CPU; all of live editing runs on it</source>
        <translation>CPU；实时编辑全部在其上运行</translation>
    </message>
    <message>
        <source>{0}; these packages own the same files and only one of them works</source>
        <translation>{0}；这些软件包占用相同的文件，只有一个能工作</translation>
    </message>
    <message>
        <source>{0}; the GPU build is installed but CUDA is not there</source>
        <translation>{0}；已安装 GPU 版本，但没有 CUDA</translation>
    </message>
    <message>
        <source>{0}, and check that the NVIDIA driver is installed</source>
        <translation>{0}，并确认已安装 NVIDIA 驱动</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>{0}; they own the same files</source>
        <translation>{0}；它们占用相同的文件</translation>
    </message>
    <message>
        <source>{0}; mediapipe asks for {1}</source>
        <translation>{0}；mediapipe 需要 {1}</translation>
    </message>
    <message>
        <source>none: the commands work, the editor needs one</source>
        <translation>无：命令可用，编辑器需要显示</translation>
    </message>
    <message>
        <source>model {0}</source>
        <translation>模型 {0}</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>missing at {0}</source>
        <translation>{0} 处缺失</translation>
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
        <translation>人脸以较慢的方式绘制；安装显卡驱动或 Mesa 可加快</translation>
    </message>
    <message>
        <source>the system&apos;s own</source>
        <translation>系统自带</translation>
    </message>
    <message>
        <source>not here, optional ({0} MB): {1}</source>
        <translation>没有，可选（{0} MB）：{1}</translation>
    </message>
    <message>
        <source>not ready, optional; missing: {0}</source>
        <translation>未就绪，可选；缺少：{0}</translation>
    </message>
    <message>
        <source>present: {0}</source>
        <translation>已有：{0}</translation>
    </message>
    <message>
        <source>could not be looked at: {0}: {1}</source>
        <translation>无法查看：{0}：{1}</translation>
    </message>
    <message>
        <source>install them: apt install libegl1 libgl1 libgl1-mesa-dri</source>
        <translation>请安装：apt install libegl1 libgl1 libgl1-mesa-dri</translation>
    </message>
    <message>
        <source>missing ({0} MB): {1}</source>
        <translation>缺少（{0} MB）：{1}</translation>
    </message>
    <message>
        <source>expressions by latents are known for MobileStyleGAN only, not for {0}</source>
        <translation>潜向量表情只适用于 MobileStyleGAN，不适用于 {0}</translation>
    </message>
    <message>
        <source>use the live renderer or magicface</source>
        <translation>请使用 live 渲染器或 magicface</translation>
    </message>
    <message>
        <source>{0}: missing or damaged</source>
        <translation>{0}：缺失或已损坏</translation>
    </message>
    <message>
        <source>looking at the expression</source>
        <translation>查看表情</translation>
    </message>
    <message>
        <source>cannot be measured: {0} is never seen on drawn faces</source>
        <translation>无法测量：画出的脸上从未出现{0}</translation>
    </message>
    <message>
        <source>Latent: weak</source>
        <translation>潜空间：较弱</translation>
    </message>
    <message>
        <source>is weak</source>
        <translation>较弱</translation>
    </message>
    <message>
        <source>moves a little of everything else</source>
        <translation>其他各处也会略有变动</translation>
    </message>
    <message>
        <source>{0}: the face shows nearly as much already as faces do</source>
        <translation>{0}：这张脸的程度已接近人脸的极限</translation>
    </message>
    <message>
        <source>loading the generator</source>
        <translation>加载生成器</translation>
    </message>
    <message>
        <source>{0} {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>face {0}: {1}</source>
        <translation>第 {0} 张脸：{1}</translation>
    </message>
    <message>
        <source>looking for the expression</source>
        <translation>查找表情</translation>
    </message>
    <message>
        <source>runs on {0}</source>
        <translation>运行于 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of {2}</source>
        <translation>{0}：{1} 不属于 {2}</translation>
    </message>
    <message>
        <source>MagicFace takes {0} action units, not {1}</source>
        <translation>MagicFace 需要 {0} 个动作单元，而不是 {1} 个</translation>
    </message>
    <message>
        <source>MagicFace draws twelve action units, both sides alike; not {0}</source>
        <translation>MagicFace 能画十二个动作单元，左右相同；不能画：{0}</translation>
    </message>
    <message>
        <source>it knows {0}; set the others back, or use the live renderer</source>
        <translation>它认得 {0}；请把其他的复位，或使用 live 渲染器</translation>
    </message>
    <message>
        <source>{0} {1} is outside {2} to {3}</source>
        <translation>{0} {1} 超出 {2} 到 {3} 的范围</translation>
    </message>
    <message>
        <source>MagicFace takes (H, W, 3) uint8 pictures</source>
        <translation>MagicFace 需要（H，W，3）的 uint8 图片</translation>
    </message>
    <message>
        <source>MagicFace takes sides that are multiples of 64, not {0} x {1}</source>
        <translation>MagicFace 需要边长为 64 倍数的图片，而不是 {0} x {1}</translation>
    </message>
    <message>
        <source>{0} is not a MagicFace folder: it has no {1}</source>
        <translation>{0} 不是 MagicFace 文件夹：缺少 {1}</translation>
    </message>
    <message>
        <source>it must hold denoising_unet and ID_enc, by themselves or under utils</source>
        <translation>其中必须有 denoising_unet 和 ID_enc，直接存放或在 utils 下</translation>
    </message>
    <message>
        <source>{0} is not a configuration</source>
        <translation>{0} 不是配置文件</translation>
    </message>
    <message>
        <source>{0} is damaged: it gives numbers that are not finite</source>
        <translation>{0} 已损坏：给出的数值不是有限数</translation>
    </message>
    <message>
        <source>{0} is not a Stable Diffusion 1.5 folder: it has no {1}</source>
        <translation>{0} 不是 Stable Diffusion 1.5 文件夹：缺少 {1}</translation>
    </message>
    <message>
        <source>{0} has no {1}</source>
        <translation>{0} 中没有 {1}</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} tensors are missing or misshapen: {2}</source>
        <translation>{0}：有 {1} 个张量缺失或形状不对：{2}</translation>
    </message>
    <message>
        <source>the file may be half downloaded or another model&apos;s</source>
        <translation>文件可能只下载了一半，或属于其他模型</translation>
    </message>
    <message>
        <source>the text encoder in {0} cannot be used: {1}</source>
        <translation>无法使用 {0} 中的文本编码器：{1}</translation>
    </message>
    <message>
        <source>it may be half downloaded</source>
        <translation>可能只下载了一半</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, MagicFace needs {3}</source>
        <translation>{0}：{1} 是 {2}，MagicFace 需要 {3}</translation>
    </message>
    <message>
        <source>the base model must be Stable Diffusion 1.5</source>
        <translation>基础模型必须是 Stable Diffusion 1.5</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network</source>
        <translation>{0} 不是 3D 人脸网络</translation>
    </message>
    <message>
        <source>{0} is damaged: it holds numbers that are not finite</source>
        <translation>{0} 已损坏：含有不是有限数的值</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network: it has no {1}</source>
        <translation>{0} 不是 3D 人脸网络：缺少 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, expected {3} rows</source>
        <translation>{0}：{1} 是 {2}，应有 {3} 行</translation>
    </message>
    <message>
        <source>the 3D head does not fit the face</source>
        <translation>3D 头部与这张脸不符</translation>
    </message>
    <message>
        <source>use a sharper picture of the face</source>
        <translation>请使用人脸更清晰的图片</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network, or is half downloaded: {1}</source>
        <translation>{0} 不是 3D 人脸网络，或只下载了一半：{1}</translation>
    </message>
    <message>
        <source>{0} is not a 3D face network: {1}</source>
        <translation>{0} 不是 3D 人脸网络：{1}</translation>
    </message>
    <message>
        <source>unknown precision {0}</source>
        <translation>未知的精度 {0}</translation>
    </message>
    <message>
        <source>MagicFace needs {0} GiB of memory on the graphics card, {1} are free</source>
        <translation>MagicFace 需要 {0} GiB 显存，可用 {1} GiB</translation>
    </message>
    <message>
        <source>MagicFace needs {0} GiB of memory in this machine, {1} are free</source>
        <translation>MagicFace 需要 {0} GiB 内存，可用 {1} GiB</translation>
    </message>
    <message>
        <source>close other programs, or set {0}=bfloat16, which needs half</source>
        <translation>请关闭其他程序，或设置 {0}=bfloat16，只需一半</translation>
    </message>
    <message>
        <source>the guidance is not a finite number</source>
        <translation>引导强度不是有限数</translation>
    </message>
    <message>
        <source>the noise is {0}, the picture&apos;s latents are {1}</source>
        <translation>噪声是 {0}，图片的潜变量是 {1}</translation>
    </message>
    <message>
        <source>{0} gives {1} numbers a word, the networks take {2}</source>
        <translation>{0} 每个词给出 {1} 个数，而网络需要 {2} 个</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, expected {3}</source>
        <translation>{0}：{1} 是 {2}，应为 {3}</translation>
    </message>
    <message>
        <source>{0} is not a MagicFace network: it has no conv_in.weight</source>
        <translation>{0} 不是 MagicFace 网络：缺少 conv_in.weight</translation>
    </message>
    <message>
        <source>{0}: conv_in.weight takes {1} channels, expected {2}</source>
        <translation>{0}：conv_in.weight 接受 {1} 个通道，应为 {2} 个</translation>
    </message>
    <message>
        <source>the two network folders may be swapped</source>
        <translation>两个网络文件夹可能放反了</translation>
    </message>
    <message>
        <source>{0}: the file lacks {1}</source>
        <translation>{0}：文件缺少 {1}</translation>
    </message>
    <message>
        <source>this is not the denoising network</source>
        <translation>这不是去噪网络</translation>
    </message>
    <message>
        <source>the two networks in {0} do not belong together: {1} and {2} blocks, or of other widths</source>
        <translation>{0} 中的两个网络不配套：分别有 {1} 和 {2} 个块，或宽度不同</translation>
    </message>
    <message>
        <source>{0}: {1} tensors are missing: {2}</source>
        <translation>{0}：缺少 {1} 个张量：{2}</translation>
    </message>
    <message>
        <source>{0}: {1} tensors belong to no part of the network: {2}</source>
        <translation>{0}：有 {1} 个张量不属于网络的任何部分：{2}</translation>
    </message>
    <message>
        <source>{0}: {1} holds {2}, expected floating point numbers</source>
        <translation>{0}：{1} 含有 {2}，应为浮点数</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} holds numbers that are not finite</source>
        <translation>{0} 已损坏：{1} 含有不是有限数的值</translation>
    </message>
    <message>
        <source>pickled weights (.bin, .pt) are not read</source>
        <translation>不读取 pickle 格式的权重（.bin、.pt）</translation>
    </message>
    <message>
        <source>{0} does not describe this kind of network: {1}</source>
        <translation>{0} 描述的不是这种网络：{1}</translation>
    </message>
    <message>
        <source>{0} is damaged or half downloaded: {1}</source>
        <translation>{0} 已损坏，或只下载了一半：{1}</translation>
    </message>
    <message>
        <source>MagicFace drew a picture that is not finite</source>
        <translation>MagicFace 画出的图片含有不是有限数的值</translation>
    </message>
    <message>
        <source>draw it in full precision</source>
        <translation>请用全精度绘制</translation>
    </message>
    <message>
        <source>looking at the face</source>
        <translation>分析人脸</translation>
    </message>
    <message>
        <source>the face parser sees no face there</source>
        <translation>人脸分割网络在那里看不到人脸</translation>
    </message>
    <message>
        <source>use a sharper picture, or the live renderer</source>
        <translation>请使用更清晰的图片，或 live 渲染器</translation>
    </message>
    <message>
        <source>loading MagicFace</source>
        <translation>加载 MagicFace</translation>
    </message>
    <message>
        <source>only the generator that they were found for can use them</source>
        <translation>只有求得这些方向的生成器才能使用它们</translation>
    </message>
    <message>
        <source>{0}: holds other things than z, w and Azure&apos;s answers</source>
        <translation>{0}：内容不是 z、w 和 Azure 的回答</translation>
    </message>
    <message>
        <source>{0} is read here, and what is read is never written over</source>
        <translation>{0} 正是这里读取的文件，读取的文件绝不会被覆盖</translation>
    </message>
    <message>
        <source>{0} would be written twice</source>
        <translation>{0} 会被写入两次</translation>
    </message>
    <message>
        <source>{0} belongs to Facewright itself, which is never written over</source>
        <translation>{0} 是 Facewright 自己的文件，绝不会被覆盖</translation>
    </message>
    <message>
        <source>it can be had under Models</source>
        <translation>可在“模型”中获取</translation>
    </message>
    <message>
        <source>it can be had again under Models</source>
        <translation>可在“模型”中重新获取</translation>
    </message>
    <message>
        <source>Models can check it and get it again</source>
        <translation>可在“模型”中检查并重新获取</translation>
    </message>
    <message>
        <source>files that you have can be imported under Models</source>
        <translation>可在“模型”中导入已有的文件</translation>
    </message>
    <message>
        <source>allow downloads in the settings, or import the files under Models</source>
        <translation>请在设置中允许下载，或在“模型”中导入文件</translation>
    </message>
    <message>
        <source>look for it first, under Attributes</source>
        <translation>请先在“属性”中查找</translation>
    </message>
    <message>
        <source>choose in the settings to draw without the graphics card</source>
        <translation>请在设置中选择不用显卡绘制</translation>
    </message>
    <message>
        <source>have {0} installed and nothing else of it</source>
        <translation>请只安装 {0}，移除同类的其他包</translation>
    </message>
    <message>
        <source>have {0} installed</source>
        <translation>请安装 {0}</translation>
    </message>
    <message>
        <source>{0} is not the Basel Face Model&apos;s front, or is half downloaded: {1}</source>
        <translation>{0} 不是 Basel 人脸模型的正面部分，或只下载了一半：{1}</translation>
    </message>
    <message>
        <source>is no MATLAB file of version 5, or damaged</source>
        <translation>不是第 5 版的 MATLAB 文件，或已损坏</translation>
    </message>
    <message>
        <source>{0} steps are outside 1 to {1}</source>
        <translation>{0} 步超出 1 到 {1} 的范围</translation>
    </message>
    <message>
        <source>guidance {0} is outside 0 to {1}</source>
        <translation>引导强度 {0} 超出 0 到 {1} 的范围</translation>
    </message>
    <message>
        <source>seed {0} is outside 0 to 2^63 - 1</source>
        <translation>随机种子 {0} 超出 0 到 2^63 - 1 的范围</translation>
    </message>
    <message>
        <source>{0}: blended in (identity distance {1})</source>
        <translation>{0}：已融合（身份距离 {1}）</translation>
    </message>
    <message>
        <source>drawing keys</source>
        <translation>绘制关键表情</translation>
    </message>
    <message>
        <source>{0}: not used, {1}</source>
        <translation>{0}：未使用，{1}</translation>
    </message>
    <message>
        <source>unknown preset {0}</source>
        <translation>未知的预设 {0}</translation>
    </message>
    <message>
        <source>known: {0}</source>
        <translation>已知：{0}</translation>
    </message>
    <message>
        <source>{0}: not a preset file</source>
        <translation>{0}：不是预设文件</translation>
    </message>
    <message>
        <source>{0}: a preset file without a version</source>
        <translation>{0}：预设文件没有版本号</translation>
    </message>
    <message>
        <source>{0}: made by a newer Facewright (preset version {1})</source>
        <translation>{0}：由更新版本的 Facewright 创建（预设版本 {1}）</translation>
    </message>
    <message>
        <source>{0}: the label is not a text</source>
        <translation>{0}：名称不是文本</translation>
    </message>
    <message>
        <source>{0}: the labels are not texts</source>
        <translation>{0}：各语言的名称不是文本</translation>
    </message>
    <message>
        <source>{0}: [values] is not a table</source>
        <translation>{0}：[values] 不是表</translation>
    </message>
    <message>
        <source>a preset needs a name</source>
        <translation>预设需要名称</translation>
    </message>
    <message>
        <source>{0}: the preset does not read back as written</source>
        <translation>{0}：读回的预设与写入的不同</translation>
    </message>
    <message>
        <source>{0}: not a finite number</source>
        <translation>{0}：不是有限数</translation>
    </message>
    <message>
        <source>{0}: not a preset file: {1}</source>
        <translation>{0}：不是预设文件：{1}</translation>
    </message>
    <message>
        <source>choose another name or replace it</source>
        <translation>请换一个名称，或替换原有预设</translation>
    </message>
    <message>
        <source>{0}: cannot be deleted: {1}</source>
        <translation>{0}：无法删除：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be listed: {1}</source>
        <translation>{0}：无法列出内容：{1}</translation>
    </message>
    <message>
        <source>its pictures are larger than any generator draws</source>
        <translation>它的图片比任何生成器画的都大</translation>
    </message>
    <message>
        <source>its layers do not come in pairs</source>
        <translation>它的层不成对</translation>
    </message>
    <message>
        <source>its last layer does not fit the one before it</source>
        <translation>它的最后一层与前一层不符</translation>
    </message>
    <message>
        <source>its layers and pictures do not go together</source>
        <translation>它的层与图片层不配套</translation>
    </message>
    <message>
        <source>{0} does not fit what comes before it</source>
        <translation>{0} 与前面的部分不符</translation>
    </message>
    <message>
        <source>layer {0} has a style of another width</source>
        <translation>第 {0} 层的风格宽度不同</translation>
    </message>
    <message>
        <source>layer {0} does not fit the one before it</source>
        <translation>第 {0} 层与前一层不符</translation>
    </message>
    <message>
        <source>layer {0} of its mapping does not fit the one before it</source>
        <translation>映射网络的第 {0} 层与前一层不符</translation>
    </message>
    <message>
        <source>the mean of w is {0}, and w has {1} numbers in {2} rows</source>
        <translation>w 的均值是 {0}，而 w 有 {1} 个数、{2} 行</translation>
    </message>
    <message>
        <source>has no layers</source>
        <translation>没有层</translation>
    </message>
    <message>
        <source>a style comes from somewhere else</source>
        <translation>一个风格来自别处</translation>
    </message>
    <message>
        <source>the bands of a wavelet come from several places</source>
        <translation>一个小波的各频带来自不同的地方</translation>
    </message>
    <message>
        <source>a wavelet is not Haar&apos;s</source>
        <translation>一个小波不是 Haar 小波</translation>
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
        <translation>它的块不属于这种架构</translation>
    </message>
    <message>
        <source>the bands of a wavelet are out of order</source>
        <translation>一个小波的频带顺序不对</translation>
    </message>
    <message>
        <source>{0}: 4x4/Dense/weight does not fit its bias</source>
        <translation>{0}：4x4/Dense/weight 与其偏置不符</translation>
    </message>
    <message>
        <source>{0}: a network in it is not what it should be</source>
        <translation>{0}：其中一个网络不正确</translation>
    </message>
    <message>
        <source>{0}: a network in it has too many parts</source>
        <translation>{0}：其中一个网络的部分过多</translation>
    </message>
    <message>
        <source>{0}: is a StyleGAN3 network; these are not read</source>
        <translation>{0}：是 StyleGAN3 网络；不读取这种网络</translation>
    </message>
    <message>
        <source>StyleGAN, StyleGAN2 and PGGAN are: see docs/generators.md</source>
        <translation>可读取 StyleGAN、StyleGAN2 和 PGGAN：见 docs/generators.md</translation>
    </message>
    <message>
        <source>{0}: its layers bound their activations differently; no known generator does</source>
        <translation>{0}：各层限制激活值的方式不同；没有已知的生成器如此</translation>
    </message>
    <message>
        <source>{0}: the bound of its activations is no number</source>
        <translation>{0}：其激活值的上限不是数值</translation>
    </message>
    <message>
        <source>{0}: a module in it is not what it should be</source>
        <translation>{0}：其中一个模块不正确</translation>
    </message>
    <message>
        <source>{0}: a module in it has too many parts</source>
        <translation>{0}：其中一个模块的部分过多</translation>
    </message>
    <message>
        <source>it is not the network it should be, or it is damaged</source>
        <translation>它不是所需的网络，或已损坏</translation>
    </message>
    <message>
        <source>has {0} layers of the kind {1}, not 1</source>
        <translation>有 {0} 个 {1} 类型的层，而不是 1 个</translation>
    </message>
    <message>
        <source>{0} is fed by {1}, not {2}</source>
        <translation>{0} 的输入是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>{0} is a {1}, not a {2}</source>
        <translation>{0} 是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>the constant {0} is of an unknown kind</source>
        <translation>常量 {0} 的类型未知</translation>
    </message>
    <message>
        <source>the constant {0} lies outside the file of constants</source>
        <translation>常量 {0} 位于常量文件之外</translation>
    </message>
    <message>
        <source>has more numbers than any generator we know</source>
        <translation>其中的数比我们所知的任何生成器都多</translation>
    </message>
    <message>
        <source>the constant {0} is not finite</source>
        <translation>常量 {0} 不是有限数</translation>
    </message>
    <message>
        <source>the constant {0} is {1}, not {2}</source>
        <translation>常量 {0} 是 {1}，不是 {2}</translation>
    </message>
    <message>
        <source>the constant {0} is not one number</source>
        <translation>常量 {0} 不是单个数</translation>
    </message>
    <message>
        <source>{0}: larger than such a file is</source>
        <translation>{0}：大于这类文件应有的大小</translation>
    </message>
    <message>
        <source>{0}: describes no network</source>
        <translation>{0}：没有描述任何网络</translation>
    </message>
    <message>
        <source>an edge leads nowhere</source>
        <translation>一条边没有终点</translation>
    </message>
    <message>
        <source>an edge comes from no output</source>
        <translation>一条边的起点不是输出</translation>
    </message>
    <message>
        <source>the constant {0} is not described</source>
        <translation>没有描述常量 {0}</translation>
    </message>
    <message>
        <source>{0}: is no sound network description</source>
        <translation>{0}：不是完好的网络描述</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>{0}: asks for {1}, which no file of weights needs</source>
        <translation>{0}：要求 {1}，权重文件都不需要它</translation>
    </message>
    <message>
        <source>nothing of it was run; do not open this file with other programs</source>
        <translation>其中的内容都没有执行；请不要用其他程序打开这个文件</translation>
    </message>
    <message>
        <source>{0}: needs more memory than there is</source>
        <translation>{0}：所需内存超过现有内存</translation>
    </message>
    <message>
        <source>{0}: damaged, or not a file of weights: {1}</source>
        <translation>{0}：已损坏，或不是权重文件：{1}</translation>
    </message>
    <message>
        <source>{0}: damaged, or not a file of weights</source>
        <translation>{0}：已损坏，或不是权重文件</translation>
    </message>
    <message>
        <source>takes what is not there</source>
        <translation>取用了不存在的内容</translation>
    </message>
    <message>
        <source>a number is too large</source>
        <translation>一个数过大</translation>
    </message>
    <message>
        <source>a key has no value</source>
        <translation>一个键没有值</translation>
    </message>
    <message>
        <source>puts something into what is no {0}</source>
        <translation>把内容放进了不是 {0} 的对象</translation>
    </message>
    <message>
        <source>a name is not a text</source>
        <translation>一个名称不是文本</translation>
    </message>
    <message>
        <source>calls what is no name</source>
        <translation>调用的不是名称</translation>
    </message>
    <message>
        <source>makes what it must not</source>
        <translation>创建了不允许的对象</translation>
    </message>
    <message>
        <source>gives a state to what has none</source>
        <translation>给没有状态的对象设置了状态</translation>
    </message>
    <message>
        <source>refers to data outside</source>
        <translation>引用了外部数据</translation>
    </message>
    <message>
        <source>has too many parts</source>
        <translation>部分过多</translation>
    </message>
    <message>
        <source>has a file inside where none may be</source>
        <translation>在不允许的位置含有文件</translation>
    </message>
    <message>
        <source>calls {0}.{1}, which cannot be called</source>
        <translation>调用了不可调用的 {0}.{1}</translation>
    </message>
    <message>
        <source>a key is not a plain value</source>
        <translation>一个键不是普通的值</translation>
    </message>
    <message>
        <source>a shape is not what it should be</source>
        <translation>一个形状不正确</translation>
    </message>
    <message>
        <source>a dict is not what it should be</source>
        <translation>一个字典不正确</translation>
    </message>
    <message>
        <source>a set is not what it should be</source>
        <translation>一个集合不正确</translation>
    </message>
    <message>
        <source>bytes are not what they should be</source>
        <translation>字节数据不正确</translation>
    </message>
    <message>
        <source>an array holds something other than numbers</source>
        <translation>一个数组含有数值以外的内容</translation>
    </message>
    <message>
        <source>an array is not what it should be</source>
        <translation>一个数组不正确</translation>
    </message>
    <message>
        <source>a number is not what it should be</source>
        <translation>一个数不正确</translation>
    </message>
    <message>
        <source>a tensor is not what it should be</source>
        <translation>一个张量不正确</translation>
    </message>
    <message>
        <source>a tensor&apos;s shape and strides do not go together</source>
        <translation>一个张量的形状与步长不符</translation>
    </message>
    <message>
        <source>a parameter is not a tensor</source>
        <translation>一个参数不是张量</translation>
    </message>
    <message>
        <source>a module is not what it should be</source>
        <translation>一个模块不正确</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is of an unknown kind</source>
        <translation>一个张量的数据类型未知</translation>
    </message>
    <message>
        <source>a tensor has no data</source>
        <translation>一个张量没有数据</translation>
    </message>
    <message>
        <source>a tensor&apos;s data has {0} numbers, not {1}</source>
        <translation>一个张量的数据有 {0} 个数，而不是 {1} 个</translation>
    </message>
    <message>
        <source>a tensor reaches past its data</source>
        <translation>一个张量超出了自己的数据</translation>
    </message>
    <message>
        <source>a number type is not what it should be</source>
        <translation>一个数值类型不正确</translation>
    </message>
    <message>
        <source>an array&apos;s data has another length than its shape says</source>
        <translation>一个数组的数据长度与其形状不符</translation>
    </message>
    <message>
        <source>an array has no data</source>
        <translation>一个数组没有数据</translation>
    </message>
    <message>
        <source>a network&apos;s state is not a dict</source>
        <translation>一个网络的状态不是字典</translation>
    </message>
    <message>
        <source>options are not a dict</source>
        <translation>选项不是字典</translation>
    </message>
    <message>
        <source>{0} is no array</source>
        <translation>{0} 不是数组</translation>
    </message>
    <message>
        <source>{0}: holds weights without names</source>
        <translation>{0}：含有没有名称的权重</translation>
    </message>
    <message>
        <source>{0}: {1} is missing</source>
        <translation>{0}：缺少 {1}</translation>
    </message>
    <message>
        <source>the file is of another kind of generator, or cut</source>
        <translation>文件属于另一种生成器，或被截断</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, not {3}</source>
        <translation>{0}：{1} 是 {2}，不是 {3}</translation>
    </message>
    <message>
        <source>{0}: {1} holds no numbers</source>
        <translation>{0}：{1} 不含数值</translation>
    </message>
    <message>
        <source>{0}: holds more numbers than any generator we know</source>
        <translation>{0}：其中的数比我们所知的任何生成器都多</translation>
    </message>
    <message>
        <source>{0}: {1} holds numbers that are not finite</source>
        <translation>{0}：{1} 含有不是有限数的值</translation>
    </message>
    <message>
        <source>{0}: has {1} of {2}; that is no generator we know</source>
        <translation>{0}：有 {1} 个 {2}；不是已知的生成器</translation>
    </message>
    <message>
        <source>{0}: holds {1} and {2} more, which no generator of this kind has</source>
        <translation>{0}：含有 {1} 以及另外 {2} 个，这类生成器都没有它们</translation>
    </message>
    <message>
        <source>{0}: holds {1}, which no generator of this kind has</source>
        <translation>{0}：含有 {1}，这类生成器都没有它</translation>
    </message>
    <message>
        <source>{0}: cannot be read</source>
        <translation>{0}：无法读取</translation>
    </message>
    <message>
        <source>a part of it is packed, or too large</source>
        <translation>其中一部分经过压缩，或过大</translation>
    </message>
    <message>
        <source>a part of it has another length than it says</source>
        <translation>其中一部分的长度与标明的不符</translation>
    </message>
    <message>
        <source>it is no torch file</source>
        <translation>不是 torch 文件</translation>
    </message>
    <message>
        <source>its numbers are stored the other way round</source>
        <translation>数值的字节顺序相反</translation>
    </message>
    <message>
        <source>its list of data is not what it should be</source>
        <translation>数据列表不正确</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is referred to in an unknown way</source>
        <translation>一个张量的数据以未知的方式引用</translation>
    </message>
    <message>
        <source>it is a zip, but not one of torch&apos;s</source>
        <translation>是 zip 文件，但不是 torch 的</translation>
    </message>
    <message>
        <source>Age and gender</source>
        <translation>年龄与性别</translation>
    </message>
    <message>
        <source>{0}: {1} is {2}, more than such a network has</source>
        <translation>{0}：{1} 为 {2}，超出此类网络的范围</translation>
    </message>
    <message>
        <source>{0} shows {1} faces</source>
        <translation>{0} 中有 {1} 张脸</translation>
    </message>
    <message>
        <source>MagicFace</source>
        <translation>MagicFace</translation>
    </message>
    <message>
        <source>MagicFace&apos;s jaw</source>
        <translation>MagicFace 的下颌</translation>
    </message>
    <message>
        <source>Faces ready to move</source>
        <translation>已备好的人脸</translation>
    </message>
    <message>
        <source>choose one of them</source>
        <translation>请选择其中一张</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is missing</source>
        <translation>缺少一个张量的数据</translation>
    </message>
    <message>
        <source>a tensor&apos;s data is described in two ways</source>
        <translation>一个张量的数据有两种描述</translation>
    </message>
    <message>
        <source>a tensor&apos;s data has another length than it says</source>
        <translation>一个张量的数据长度与标明的不符</translation>
    </message>
    <message>
        <source>{0} cannot draw {1} pixels</source>
        <translation>{0} 不能绘制 {1} 像素</translation>
    </message>
    <message>
        <source>it draws {0}</source>
        <translation>它可绘制 {0}</translation>
    </message>
    <message>
        <source>{0} must be (n, {1}) for {2}, not {3}</source>
        <translation>对于 {2}，{0} 必须是（n，{1}），而不是 {3}</translation>
    </message>
    <message>
        <source>the latents are another generator&apos;s</source>
        <translation>这些潜向量属于另一个生成器</translation>
    </message>
    <message>
        <source>{0}: larger than any face&apos;s latents</source>
        <translation>{0}：大于任何人脸的潜向量文件</translation>
    </message>
    <message>
        <source>holds another face than its name says</source>
        <translation>其中的人脸与名称不符</translation>
    </message>
    <message>
        <source>what it says about its face is not what it should be</source>
        <translation>它对其人脸的说明不正确</translation>
    </message>
    <message>
        <source>{0}: passed over and removed</source>
        <translation>{0}：已跳过并移除</translation>
    </message>
    <message>
        <source>First guess of a face</source>
        <translation>人脸的初步估计</translation>
    </message>
    <message>
        <source>{0}: damaged, or of another version</source>
        <translation>{0}：已损坏，或属于另一个版本</translation>
    </message>
    <message>
        <source>the latents of a face are of an unknown kind</source>
        <translation>一张脸的潜向量类型未知</translation>
    </message>
    <message>
        <source>the latents of a face are no (rows, width) of finite numbers</source>
        <translation>一张脸的潜向量不是由有限数组成的（行，宽）</translation>
    </message>
    <message>
        <source>the latents are no face&apos;s: they are too far from all faces</source>
        <translation>这些潜向量不是人脸：离所有人脸都太远</translation>
    </message>
    <message>
        <source>the place of a face in its photo is not what it should be</source>
        <translation>一张脸在照片中的位置不正确</translation>
    </message>
    <message>
        <source>the latents hold numbers that are not finite</source>
        <translation>潜向量含有不是有限数的值</translation>
    </message>
    <message>
        <source>these latents are another generator&apos;s</source>
        <translation>这些潜向量属于另一个生成器</translation>
    </message>
    <message>
        <source>they are of {0}</source>
        <translation>它们属于 {0}</translation>
    </message>
    <message>
        <source>unknown quality or objective {0}, {1}</source>
        <translation>未知的质量或目标 {0}、{1}</translation>
    </message>
    <message>
        <source>there is: {0}; {1}</source>
        <translation>有：{0}；{1}</translation>
    </message>
    <message>
        <source>measuring whose face it is</source>
        <translation>测量是谁的脸</translation>
    </message>
    <message>
        <source>{0}: the face is not remembered for another day</source>
        <translation>{0}：这张脸下次不会被记住</translation>
    </message>
    <message>
        <source>this face is known already</source>
        <translation>这张脸已经找到过</translation>
    </message>
    <message>
        <source>{0}: latents are written as {1}</source>
        <translation>{0}：潜向量以 {1} 写入</translation>
    </message>
    <message>
        <source>the seeds of the latents are not what they should be</source>
        <translation>潜向量的种子不正确</translation>
    </message>
    <message>
        <source>w+ of the latents is not (faces, rows, width of w) of finite float32 numbers</source>
        <translation>潜向量的 w+ 不是由有限 float32 数组成的（人脸数，行，w 的宽度）</translation>
    </message>
    <message>
        <source>the truncation of the latents is not what it should be</source>
        <translation>潜向量的截断不正确</translation>
    </message>
    <message>
        <source>{0}: holds no latents of Facewright</source>
        <translation>{0}：其中没有 Facewright 的潜向量</translation>
    </message>
    <message>
        <source>{0}: what it says about its latents is not what it should be</source>
        <translation>{0}：它对其潜向量的说明不正确</translation>
    </message>
    <message>
        <source>{0}: damaged, or not a file of latents</source>
        <translation>{0}：已损坏，或不是潜向量文件</translation>
    </message>
    <message>
        <source>{0} of the latents is {1} {2}, not float32 ({3}, any)</source>
        <translation>潜向量的 {0} 是 {1} {2}，不是 float32（{3}，任意）</translation>
    </message>
    <message>
        <source>{0} of the latents holds numbers that are not finite</source>
        <translation>潜向量的 {0} 含有不是有限数的值</translation>
    </message>
    <message>
        <source>see docs/generators.md for the files that can be read</source>
        <translation>可读取的文件见 docs/generators.md</translation>
    </message>
    <message>
        <source>The face generator</source>
        <translation>人脸生成器</translation>
    </message>
    <message>
        <source>{0}: holds no generator</source>
        <translation>{0}：其中没有生成器</translation>
    </message>
    <message>
        <source>{0}: is no file of weights</source>
        <translation>{0}：不是权重文件</translation>
    </message>
    <message>
        <source>{0}: {1} missing beside the others</source>
        <translation>{0}：同一文件夹中缺少 {1}</translation>
    </message>
    <message>
        <source>{0}: the files are not what their names say</source>
        <translation>{0}：文件内容与名称不符</translation>
    </message>
    <message>
        <source>{0} cannot draw regions of two faces</source>
        <translation>{0} 不能分区域绘制两张脸</translation>
    </message>
    <message>
        <source>MobileStyleGAN can</source>
        <translation>MobileStyleGAN 可以</translation>
    </message>
    <message>
        <source>Drawing face {0} of {1}</source>
        <translation>正在绘制人脸：第 {0} 张，共 {1} 张</translation>
    </message>
    <message>
        <source>unknown kind of seed {0}</source>
        <translation>未知的种子类型 {0}</translation>
    </message>
    <message>
        <source>kinds are {0}</source>
        <translation>可用的类型：{0}</translation>
    </message>
    <message>
        <source>the seed {0} is outside 0 to {1}</source>
        <translation>种子 {0} 超出 0 到 {1} 的范围</translation>
    </message>
    <message>
        <source>the landmarks of this face make no head</source>
        <translation>这张脸的关键点构不成头部</translation>
    </message>
    <message>
        <source>choose another face or a larger picture</source>
        <translation>请选择另一张脸，或使用更大的图片</translation>
    </message>
    <message>
        <source>the landmarks of this face are not the 478 expected</source>
        <translation>这张脸的关键点不是应有的 478 个</translation>
    </message>
    <message>
        <source>expected {0} weights, got an array of shape {1}</source>
        <translation>应有 {0} 个权重，得到的数组形状是 {1}</translation>
    </message>
    <message>
        <source>the head has no part {0}</source>
        <translation>头部没有 {0} 这一部分</translation>
    </message>
    <message>
        <source>parts: {0}</source>
        <translation>各部分：{0}</translation>
    </message>
    <message>
        <source>the head has no slider {0}</source>
        <translation>头部没有滑块 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not a number a slider can take</source>
        <translation>{0}：{1} 不是滑块可接受的数值</translation>
    </message>
    <message>
        <source>{0}: goes from 0 to 1, got {1}</source>
        <translation>{0}：范围是 0 到 1，得到 {1}</translation>
    </message>
    <message>
        <source>the head pack is of version {0}, this program reads {1}</source>
        <translation>头部数据包是版本 {0}，本程序读取 {1}</translation>
    </message>
    <message>
        <source>reinstall the program</source>
        <translation>请重新安装程序</translation>
    </message>
    <message>
        <source>{0}: the head pack is missing</source>
        <translation>{0}：缺少头部数据包</translation>
    </message>
    <message>
        <source>{0}: not a head pack, or damaged</source>
        <translation>{0}：不是头部数据包，或已损坏</translation>
    </message>
    <message>
        <source>the view must be of finite numbers</source>
        <translation>视角必须是有限数</translation>
    </message>
    <message>
        <source>zoom {0} is out of range</source>
        <translation>缩放 {0} 超出范围</translation>
    </message>
    <message>
        <source>0.1 to 20</source>
        <translation>0.1 到 20</translation>
    </message>
    <message>
        <source>the graphics driver could not prepare the head</source>
        <translation>显卡驱动无法准备头部</translation>
    </message>
    <message>
        <source>the graphics driver has no room for a picture of {0} x {0}</source>
        <translation>显卡驱动容不下 {0} x {0} 的图片</translation>
    </message>
    <message>
        <source>choose a smaller size</source>
        <translation>请选择较小的尺寸</translation>
    </message>
    <message>
        <source>there is no light {0}</source>
        <translation>没有灯光 {0}</translation>
    </message>
    <message>
        <source>the light must be turned by finite numbers</source>
        <translation>灯光的转角必须是有限的数</translation>
    </message>
    <message>
        <source>cannot draw a head of {0} pixels</source>
        <translation>无法绘制 {0} 像素的头部</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} 到 {1}</translation>
    </message>
    <message>
        <source>the head has {0} vertices, got an array of shape {1}</source>
        <translation>头部有 {0} 个顶点，得到的数组形状是 {1}</translation>
    </message>
    <message>
        <source>the head&apos;s vertices must be finite</source>
        <translation>头部的顶点必须是有限数</translation>
    </message>
    <message>
        <source>preparing the head</source>
        <translation>准备头部</translation>
    </message>
    <message>
        <source>brow grey {0} is out of range</source>
        <translation>眉毛灰度 {0} 超出范围</translation>
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
        <translation>{0}：{1} 不是颜色</translation>
    </message>
    <message>
        <source>three numbers from 0 to 1</source>
        <translation>三个 0 到 1 的数</translation>
    </message>
    <message>
        <source>cannot draw {0} x {1} pixels</source>
        <translation>无法绘制 {0} x {1} 像素</translation>
    </message>
    <message>
        <source>a side may be 1 to {0}</source>
        <translation>边长可为 1 到 {0}</translation>
    </message>
    <message>
        <source>points must be (N, 3) and triangles (F, 3)</source>
        <translation>点必须是（N，3），三角形必须是（F，3）</translation>
    </message>
    <message>
        <source>a triangle names a point that does not exist</source>
        <translation>一个三角形引用了不存在的点</translation>
    </message>
    <message>
        <source>{0} does not hold {1}</source>
        <translation>{0} 中没有 {1}</translation>
    </message>
    <message>
        <source>the archive of {0} is damaged</source>
        <translation>{0} 的压缩包已损坏</translation>
    </message>
    <message>
        <source>Unpacking {0}</source>
        <translation>正在解压 {0}</translation>
    </message>
    <message>
        <source>the model {0} has no file {1}</source>
        <translation>模型 {0} 没有文件 {1}</translation>
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
        <translation>文件</translation>
    </message>
    <message>
        <source>{0} is not a plain file name</source>
        <translation>{0} 不是普通的文件名</translation>
    </message>
    <message>
        <source>client and form must be pip with wheel or sdist, or npm with npm</source>
        <translation>client 和 form 必须是 pip 配 wheel 或 sdist，或 npm 配 npm</translation>
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
        <translation>{0} 不是提交，尽管文件是已知的</translation>
    </message>
    <message>
        <source>nobody who wrote Facewright has seen the files of {0}</source>
        <translation>Facewright 的作者都没有见过 {0} 的文件</translation>
    </message>
    <message>
        <source>{0} no longer has the files that came from it first; others are not taken</source>
        <translation>{0} 已不再有最初从那里得到的文件；其他的不予接受</translation>
    </message>
    <message>
        <source>to trust what is there now, remove {0} and get it again</source>
        <translation>若要信任现在那里的内容，请删除 {0} 后重新获取</translation>
    </message>
    <message>
        <source>line {0} has {1} in the column {2}, where a number is needed</source>
        <translation>第 {0} 行的“{2}”列是 {1}，此处应为数字</translation>
    </message>
    <message>
        <source>line {0} has nothing in the column {1}</source>
        <translation>第 {0} 行的“{1}”列是空的</translation>
    </message>
    <message>
        <source>a frame without a face has no values at all</source>
        <translation>没有人脸的帧不含任何数值</translation>
    </message>
    <message>
        <source>the face is lost more than {0} times, which is no recording</source>
        <translation>人脸丢失超过 {0} 次，不是正常的录制</translation>
    </message>
    <message>
        <source>a timeline has {0} keys; no film needs more than {1}</source>
        <translation>时间线有 {0} 个关键帧；没有哪部影片需要超过 {1} 个</translation>
    </message>
    <message>
        <source>Parts of the face</source>
        <translation>面部分区</translation>
    </message>
    <message>
        <source>Whose face it is</source>
        <translation>这是谁的脸</translation>
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
        <translation>图像相似度</translation>
    </message>
    <message>
        <source>Pictures kept for the next frame</source>
        <translation>为下一帧保留的图像</translation>
    </message>
    <message>
        <source>A network</source>
        <translation>一个网络</translation>
    </message>
    <message>
        <source>save it as PNG, TIFF or JPEG in the program it comes from</source>
        <translation>请在创建它的程序中另存为 PNG、TIFF 或 JPEG</translation>
    </message>
    <message>
        <source>a JPEG XL picture of floating-point samples</source>
        <translation>浮点采样的 JPEG XL 图片</translation>
    </message>
    <message>
        <source>the file holds several pictures: the first was opened</source>
        <translation>文件中有多张图片：已打开第一张</translation>
    </message>
    <message>
        <source>{0} is {1}, which cannot be opened here</source>
        <translation>{0} 是{1}，无法在此打开</translation>
    </message>
    <message>
        <source>this looks like a drawing: teeth, tongue and lids are painted as in a photo and may not match it</source>
        <translation>这看起来是一幅画：牙齿、舌头和眼睑按照片的样子绘制，可能与画风不符</translation>
    </message>
    <message>
        <source>save it as PNG, TIFF or an ordinary JPEG</source>
        <translation>请另存为 PNG、TIFF 或普通 JPEG</translation>
    </message>
    <message>
        <source>a JPEG of a kind for medical pictures ({0} bits)</source>
        <translation>用于医学图像的 JPEG（{0} 位）</translation>
    </message>
    <message>
        <source>{0} is a JPEG of so many layers that reading it would take minutes</source>
        <translation>{0} 是层数过多的 JPEG，读取需要数分钟</translation>
    </message>
    <message>
        <source>{0}: comes with Facewright and cannot be changed or deleted</source>
        <translation>{0}：随 Facewright 附带，不能更改或删除</translation>
    </message>
    <message>
        <source>save what is set as a preset of your own</source>
        <translation>请把当前设置存为自己的预设</translation>
    </message>
    <message>
        <source>the graphics driver has no room for a texture of {0} x {1}</source>
        <translation>显卡驱动没有空间容纳 {0} x {1} 的贴图</translation>
    </message>
    <message>
        <source>strength {0} is outside 0 to 1</source>
        <translation>强度 {0} 不在 0 到 1 之间</translation>
    </message>
    <message>
        <source>a head cannot wear a picture of the shape {0}</source>
        <translation>头部不能使用形状为 {0} 的图片</translation>
    </message>
    <message>
        <source>save it again in another program</source>
        <translation>请用其他程序重新保存</translation>
    </message>
    <message>
        <source>the very end of the file is missing: the picture is whole</source>
        <translation>文件的最末尾缺失：图像是完整的</translation>
    </message>
    <message>
        <source>the end of the file is missing, and {0} % of the picture with it: that is gray and stays so; the rest is coarse</source>
        <translation>文件结尾缺失，图像也因此缺少 {0} %：这部分是灰色，并保持不变；其余部分较粗糙</translation>
    </message>
    <message>
        <source>the end of the file is missing, and {0} % of the picture with it: that is gray and stays so</source>
        <translation>文件结尾缺失，图像也因此缺少 {0} %：这部分是灰色，并保持不变</translation>
    </message>
    <message>
        <source>the end of the file is missing: the picture is whole, but coarse where its finer layers did not come</source>
        <translation>文件结尾缺失：图像是完整的，但缺少较精细图层之处较粗糙</translation>
    </message>
    <message>
        <source>the end of the file is missing: the picture is whole, but not all of its colours came</source>
        <translation>文件结尾缺失：图像是完整的，但颜色不全</translation>
    </message>
    <message>
        <source>{0} is too large: {1} x {2} pixels of {3} bytes</source>
        <translation>{0} 太大：{1} x {2} 像素，每像素 {3} 字节</translation>
    </message>
    <message>
        <source>save it with 8 bits a channel, or smaller</source>
        <translation>请以每通道 8 位保存，或缩小尺寸</translation>
    </message>
    <message>
        <source>save it as an ordinary PNG, TIFF or JPEG (without HDR)</source>
        <translation>请另存为普通的 PNG、TIFF 或 JPEG（不带 HDR）</translation>
    </message>
    <message>
        <source>an HDR picture</source>
        <translation>HDR 图片</translation>
    </message>
    <message>
        <source>the camera&apos;s notes (EXIF)</source>
        <translation>相机信息（EXIF）</translation>
    </message>
    <message>
        <source>notes of programs (XMP)</source>
        <translation>程序信息（XMP）</translation>
    </message>
    <message>
        <source>captions and credits (IPTC)</source>
        <translation>说明与署名（IPTC）</translation>
    </message>
    <message>
        <source>the resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>text notes</source>
        <translation>文本注释</translation>
    </message>
    <message>
        <source>{0} cannot hold {1}: left out</source>
        <translation>{0} 无法保存{1}：已略去</translation>
    </message>
    <message>
        <source>its colour profile can be read but not written into: its colours became sRGB</source>
        <translation>其颜色配置文件只能读取，不能写入：颜色已转换为 sRGB</translation>
    </message>
    <message>
        <source>cannot look into {0}: {1}</source>
        <translation>无法查看 {0}：{1}</translation>
    </message>
    <message>
        <source>there is no picture in {0}</source>
        <translation>{0} 中没有图片</translation>
    </message>
    <message>
        <source>no file fits {0}</source>
        <translation>没有文件符合 {0}</translation>
    </message>
    <message>
        <source>its samples became whole numbers of 8 bits</source>
        <translation>采样已转换为 8 位整数</translation>
    </message>
    <message>
        <source>its CMYK colours became sRGB</source>
        <translation>其 CMYK 颜色已转换为 sRGB</translation>
    </message>
    <message>
        <source>develop it in a raw converter and save it as TIFF or JPEG</source>
        <translation>请用 RAW 转换程序冲洗后另存为 TIFF 或 JPEG</translation>
    </message>
    <message>
        <source>save one picture of it as PNG or JPEG</source>
        <translation>请将其中一帧保存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>open it in a browser and save the picture itself</source>
        <translation>请在浏览器中打开并保存图片本身</translation>
    </message>
    <message>
        <source>unpack it and open a picture that is in it</source>
        <translation>请解压后打开其中的图片</translation>
    </message>
    <message>
        <source>a camera&apos;s raw file</source>
        <translation>相机 RAW 文件</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>Photoshop 文档</translation>
    </message>
    <message>
        <source>an OpenEXR picture</source>
        <translation>OpenEXR 图片</translation>
    </message>
    <message>
        <source>a Radiance HDR picture</source>
        <translation>Radiance HDR 图片</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>JPEG 2000 图片</translation>
    </message>
    <message>
        <source>a DDS texture</source>
        <translation>DDS 贴图</translation>
    </message>
    <message>
        <source>a KTX texture</source>
        <translation>KTX 贴图</translation>
    </message>
    <message>
        <source>a GIMP document</source>
        <translation>GIMP 文档</translation>
    </message>
    <message>
        <source>a Blender file</source>
        <translation>Blender 文件</translation>
    </message>
    <message>
        <source>a Clip Studio document</source>
        <translation>Clip Studio 文档</translation>
    </message>
    <message>
        <source>an Affinity document</source>
        <translation>Affinity 文档</translation>
    </message>
    <message>
        <source>a PaintShop Pro document</source>
        <translation>PaintShop Pro 文档</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a PostScript drawing</source>
        <translation>PostScript 图形</translation>
    </message>
    <message>
        <source>a Windows icon</source>
        <translation>Windows 图标</translation>
    </message>
    <message>
        <source>a macOS icon</source>
        <translation>macOS 图标</translation>
    </message>
    <message>
        <source>a QOI picture</source>
        <translation>QOI 图片</translation>
    </message>
    <message>
        <source>a BPG picture</source>
        <translation>BPG 图片</translation>
    </message>
    <message>
        <source>an archive or a document made of several files</source>
        <translation>压缩包或由多个文件组成的文档</translation>
    </message>
    <message>
        <source>an archive</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>{0} can be read, whatever the file is called</source>
        <translation>可以读取 {0}，与文件名无关</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>SVG 图形</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>a Netpbm picture</source>
        <translation>Netpbm 图片</translation>
    </message>
    <message>
        <source>a Targa picture</source>
        <translation>Targa 图片</translation>
    </message>
    <message>
        <source>a TIFF whose channels differ in depth</source>
        <translation>各通道位深不同的 TIFF</translation>
    </message>
    <message>
        <source>a TIFF of a volume</source>
        <translation>体数据 TIFF</translation>
    </message>
    <message>
        <source>its samples became whole numbers of 16 bits</source>
        <translation>采样已转换为 16 位整数</translation>
    </message>
    <message>
        <source>a TIFF in Lab colours</source>
        <translation>Lab 颜色的 TIFF</translation>
    </message>
    <message>
        <source>a TIFF in colours of a rare kind (number {0})</source>
        <translation>罕见颜色类型的 TIFF（编号 {0}）</translation>
    </message>
    <message>
        <source>a TIFF with samples below zero or of a rare kind</source>
        <translation>含负值或罕见采样类型的 TIFF</translation>
    </message>
    <message>
        <source>a TIFF of floating-point samples that are not all from 0 to 1</source>
        <translation>浮点采样超出 0 到 1 的 TIFF</translation>
    </message>
    <message>
        <source>end the name in {0}</source>
        <translation>文件名请以 {0} 结尾</translation>
    </message>
    <message>
        <source>the last it said was: {0}</source>
        <translation>它最后说的是：{0}</translation>
    </message>
    <message>
        <source>it said nothing before</source>
        <translation>它在此之前什么也没说</translation>
    </message>
    <message>
        <source>the history of this project cannot be used, and begins anew; the work itself is whole</source>
        <translation>此项目的历史记录无法使用，将重新开始；作品本身完好无损</translation>
    </message>
    <message>
        <source>what is set on the faces is more than a project can keep: {0} bytes, not {1}</source>
        <translation>对人脸的设置超出了项目所能保存的量：{0} 字节，上限为 {1}</translation>
    </message>
    <message>
        <source>{0} is open in another Facewright: {1}</source>
        <translation>{0} 已在另一个 Facewright 中打开：{1}</translation>
    </message>
    <message>
        <source>it does not say whose</source>
        <translation>未说明是谁的</translation>
    </message>
    <message>
        <source>{0} was changed by somebody else since it was opened</source>
        <translation>{0} 在打开之后被其他人更改过</translation>
    </message>
    <message>
        <source>{0}: the takes of a face are larger than any recording</source>
        <translation>{0}：一张脸的镜头比任何录制都大</translation>
    </message>
    <message>
        <source>The mouth is covered: jaw and lip sliders show nothing there</source>
        <translation>嘴被遮住：下颌和嘴唇滑块在那里没有效果</translation>
    </message>
    <message>
        <source>The right eye is covered: its sliders show nothing</source>
        <translation>右眼被遮住：它的滑块没有效果</translation>
    </message>
    <message>
        <source>The left eye is covered: its sliders show nothing</source>
        <translation>左眼被遮住：它的滑块没有效果</translation>
    </message>
    <message>
        <source>The right brow is covered: its sliders show little</source>
        <translation>右眉被遮住：它的滑块效果很小</translation>
    </message>
    <message>
        <source>The left brow is covered: its sliders show little</source>
        <translation>左眉被遮住：它的滑块效果很小</translation>
    </message>
    <message>
        <source>Something covers part of the face: it stays as the photo shows it</source>
        <translation>有东西遮住了脸的一部分：它保持照片中的样子</translation>
    </message>
    <message>
        <source>What covers the face stays as the photo shows it; what is drawn anew around it may not meet it</source>
        <translation>遮住面部的东西保持照片中的原样；其周围重新绘制的部分可能与它衔接不上</translation>
    </message>
    <message>
        <source>looking at what covers the face</source>
        <translation>正在查看遮住面部的东西</translation>
    </message>
    <message>
        <source>Drawing: {0} of {1} pictures</source>
        <translation>正在绘制：{0} / {1} 张图片</translation>
    </message>
    <message>
        <source>{0}: holds a database that was drawn with other settings</source>
        <translation>{0}：里面是用其他设置绘制的数据库</translation>
    </message>
    <message>
        <source>give the same seed, shape, size and noise, or choose another folder</source>
        <translation>请给出相同的种子、角色体型、尺寸和噪声设置，或另选一个文件夹</translation>
    </message>
    <message>
        <source>{0}: holds a database that was not drawn by this program</source>
        <translation>{0}：里面的数据库不是由本程序绘制的</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>请另选一个文件夹</translation>
    </message>
    <message>
        <source>{0} of {1} records have no picture</source>
        <translation>{1} 条记录中有 {0} 条没有图片</translation>
    </message>
    <message>
        <source>{0}: there is no picture of any of its {1} records</source>
        <translation>{0}：其中 {1} 条记录都没有图片</translation>
    </message>
    <message>
        <source>{0}: there is no {1}, here or in a trainset_… or testset_… folder</source>
        <translation>{0}：这里以及 trainset_… 或 testset_… 文件夹中都没有 {1}</translation>
    </message>
    <message>
        <source>{0}: {1} is no name of a picture in this folder</source>
        <translation>{0}：{1} 不是此文件夹中图片的名称</translation>
    </message>
    <message>
        <source>there is no engine {0}</source>
        <translation>没有引擎 {0}</translation>
    </message>
    <message>
        <source>engines: {0}</source>
        <translation>引擎：{0}</translation>
    </message>
    <message>
        <source>{0}: {1} is none of the 52 shapes</source>
        <translation>{0}：{1} 不是 52 个形状之一</translation>
    </message>
    <message>
        <source>{0} takes no files, it is spoken to live</source>
        <translation>{0} 不接收文件，只能实时发送</translation>
    </message>
    <message>
        <source>{0}: {1} takes {2}</source>
        <translation>{0}：{1} 接收 {2}</translation>
    </message>
    <message>
        <source>there is no movement to write</source>
        <translation>没有可写入的动作</translation>
    </message>
    <message>
        <source>name a recording, or shapes</source>
        <translation>请指定一段录制或若干形状</translation>
    </message>
    <message>
        <source>{0}: has another number of weights than it says</source>
        <translation>{0}：权重数量与所述不符</translation>
    </message>
    <message>
        <source>{0}: no Audio2Face weights: {1}</source>
        <translation>{0}：不是 Audio2Face 权重：{1}</translation>
    </message>
    <message>
        <source>if it is, name its schema</source>
        <translation>如果是，请指明它的规格</translation>
    </message>
    <message>
        <source>{0}: MetaHuman has no curves</source>
        <translation>{0}：MetaHuman 没有曲线</translation>
    </message>
    <message>
        <source>{0}: no table of curves</source>
        <translation>{0}：不是曲线表</translation>
    </message>
    <message>
        <source>{0} holds something else, and would be written as well</source>
        <translation>{0} 里是别的内容，而它也会被写入</translation>
    </message>
    <message>
        <source>{0}: not a .bytes file of the rig {1}</source>
        <translation>{0}：不是绑定 {1} 的 .bytes 文件</translation>
    </message>
    <message>
        <source>{0} does not fit into {1}</source>
        <translation>{0} 放不进 {1}</translation>
    </message>
    <message>
        <source>{0}: of a newer layout ({1}) than is known here ({2})</source>
        <translation>{0}：其布局（{1}）比这里所知的（{2}）新</translation>
    </message>
    <message>
        <source>{0}: of an older layout ({1}) than is known here ({2})</source>
        <translation>{0}：其布局（{1}）比这里所知的（{2}）旧</translation>
    </message>
    <message>
        <source>update Facewright, or the schema</source>
        <translation>请更新 Facewright 或该规格</translation>
    </message>
    <message>
        <source>a {0} .bytes file needs a role shape</source>
        <translation>{0} 的 .bytes 文件需要角色体型</translation>
    </message>
    <message>
        <source>{0}: its value does not fit into the file&apos;s {1}</source>
        <translation>{0}：它的值放不进文件的 {1}</translation>
    </message>
    <message>
        <source>{0} is no role shape</source>
        <translation>{0} 不是角色体型</translation>
    </message>
    <message>
        <source>{0}: there is no {1} of number {2}</source>
        <translation>{0}：没有编号为 {2} 的 {1}</translation>
    </message>
    <message>
        <source>{0}: its checksum is wrong</source>
        <translation>{0}：校验和不对</translation>
    </message>
    <message>
        <source>set it within its range</source>
        <translation>请设在其范围之内</translation>
    </message>
    <message>
        <source>Without face parsing hair and background turn as one sheet here</source>
        <translation>没有人脸分割网络时，此处头发与背景会作为一整张画面转动</translation>
    </message>
    <message>
        <source>Without face parsing the head is cut out by its colours: loose hair may stay behind in a turn</source>
        <translation>没有人脸分割网络时，头部按颜色抠出：转动时散开的头发可能留在原处</translation>
    </message>
    <message>
        <source>Without face recognition the driver&apos;s face is told from others by its place alone</source>
        <translation>没有人脸识别，只能凭位置区分驱动者与其他人的脸</translation>
    </message>
    <message>
        <source>Damaged frames of the driver: {0}; the frame before is shown longer</source>
        <translation>驱动视频中损坏的帧：{0}；前一帧会显示得更久</translation>
    </message>
    <message>
        <source>Frames of the driver left out, for their times do not go forward: {0}</source>
        <translation>因时间没有递增而略去的驱动视频帧：{0}</translation>
    </message>
    <message>
        <source>name its schema</source>
        <translation>请指明它的规格</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>{0}: no list of names</source>
        <translation>{0}：不是名称列表</translation>
    </message>
    <message>
        <source>{0}: no list of names: {1}</source>
        <translation>{0}：不是名称列表：{1}</translation>
    </message>
    <message>
        <source>{0}: not a clip of ours, or damaged</source>
        <translation>{0}：不是我们的动画片段，或已损坏</translation>
    </message>
    <message>
        <source>{0}: not a sound VRM 1.0 file</source>
        <translation>{0}：不是合规的 VRM 1.0 文件</translation>
    </message>
    <message>
        <source>{0}: not a VRM 1.0 file, or damaged</source>
        <translation>{0}：不是 VRM 1.0 文件，或已损坏</translation>
    </message>
    <message>
        <source>{0}: not a VRM animation of ours, or damaged</source>
        <translation>{0}：不是我们的 VRM 动画，或已损坏</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes, {4} frames, validated</source>
        <translation>{0}：{1}，{3} 个形状中的 {2} 个，{4} 帧，已验证</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes, validated</source>
        <translation>{0}：{1}，{3} 个形状中的 {2} 个，已验证</translation>
    </message>
    <message>
        <source>{0} {1} is unknown</source>
        <translation>未知的 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} is damaged</source>
        <translation>{0} 已损坏</translation>
    </message>
    <message>
        <source>Hair, beards and glasses</source>
        <translation>头发、胡须和眼镜</translation>
    </message>
    <message>
        <source>the hair of a photo, and what suits it, need a photo</source>
        <translation>照片中的头发以及与之相配的样式需要一张照片</translation>
    </message>
    <message>
        <source>step {0} of {1}, likeness {2}</source>
        <translation>第 {0} / {1} 步，相似度 {2}</translation>
    </message>
    <message>
        <source>the networks give numbers that are not finite for this photo</source>
        <translation>网络对这张照片给出的数值不是有限数</translation>
    </message>
    <message>
        <source>step {0} of {1}, difference {2}</source>
        <translation>第 {0} / {1} 步，差异 {2}</translation>
    </message>
    <message>
        <source>step {0} of {1}, difference {2}, {3} of what is held out</source>
        <translation>第 {0} / {1} 步，差异 {2}，留出部分 {3}</translation>
    </message>
    <message>
        <source>{0}: takes {1} values, the database has {2}</source>
        <translation>{0}：需要 {1} 个值，数据库有 {2} 个</translation>
    </message>
    <message>
        <source>the training has settings that are not known here</source>
        <translation>该训练含有此处未知的设置</translation>
    </message>
    <message>
        <source>{0} is not an imitator</source>
        <translation>{0} 不是模仿网络</translation>
    </message>
    <message>
        <source>{0} draws more than there is memory for</source>
        <translation>{0} 要画的内容超出了内存所能容纳的范围</translation>
    </message>
    <message>
        <source>{0} is not an imitator: it holds {1}</source>
        <translation>{0} 不是模仿网络：其中含有 {1}</translation>
    </message>
    <message>
        <source>{0} is not an imitator: {1} is missing</source>
        <translation>{0} 不是模仿网络：缺少 {1}</translation>
    </message>
    <message>
        <source>{0} is not an imitator: {1} is {2}, not {3}</source>
        <translation>{0} 不是模仿网络：{1} 是 {2}，而不是 {3}</translation>
    </message>
    <message>
        <source>laying the photo over the average face</source>
        <translation>正在将照片对齐到平均脸</translation>
    </message>
    <message>
        <source>no face is seen in the picture that the imitator draws of average values</source>
        <translation>在模仿网络用平均值绘制的图片中看不到面部</translation>
    </message>
    <message>
        <source>has it learnt enough?</source>
        <translation>它学得够久吗？</translation>
    </message>
    <message>
        <source>nobody says whose face it is: neither LightCNN nor dlib&apos;s network is there</source>
        <translation>无法判断是谁的脸：LightCNN 和 dlib 的网络都不在</translation>
    </message>
    <message>
        <source>the published fit needs LightCNN&apos;s file and an imitator of {0} pixels</source>
        <translation>原版拟合需要 LightCNN 的文件和 {0} 像素的模仿网络</translation>
    </message>
    <message>
        <source>dlib&apos;s detector, by which the published fit cuts photos, sees no face in this one</source>
        <translation>原版拟合用 dlib 的检测器裁剪照片，但它在这张照片中看不到面部</translation>
    </message>
    <message>
        <source>the face lies outside the picture</source>
        <translation>面部位于图片之外</translation>
    </message>
    <message>
        <source>{0}: holds several databases, or none to learn from</source>
        <translation>{0}：里面有多个数据库，或没有可供学习的数据库</translation>
    </message>
    <message>
        <source>give the folder of one of them</source>
        <translation>请给出其中一个的文件夹</translation>
    </message>
    <message>
        <source>reading the database</source>
        <translation>正在读取数据库</translation>
    </message>
    <message>
        <source>{0}: holds no named weights</source>
        <translation>{0}：里面没有带名称的权重</translation>
    </message>
    <message>
        <source>{0}: {1} holds no weights</source>
        <translation>{0}：{1} 不含权重</translation>
    </message>
    <message>
        <source>{0}: {1}: {2}</source>
        <translation>{0}：{1}：{2}</translation>
    </message>
    <message>
        <source>{0}: {1} is damaged</source>
        <translation>{0}：{1} 已损坏</translation>
    </message>
    <message>
        <source>{0} is in no part of the file</source>
        <translation>{0} 不在文件的任何部分中</translation>
    </message>
    <message>
        <source>no part of the file holds the role shape</source>
        <translation>文件中没有任何部分存放角色体型</translation>
    </message>
    <message>
        <source>there is no choice {0}</source>
        <translation>没有选择项 {0}</translation>
    </message>
    <message>
        <source>{0} is in two parts of the file</source>
        <translation>{0} 在文件的两个部分中</translation>
    </message>
    <message>
        <source>there is no value {0}</source>
        <translation>没有值 {0}</translation>
    </message>
    <message>
        <source>two parts are of all values that no other names</source>
        <translation>有两个部分都包含其他部分未列出的全部值</translation>
    </message>
    <message>
        <source>the stored numbers of a range&apos;s two ends must differ</source>
        <translation>范围两端所存的数字必须不同</translation>
    </message>
    <message>
        <source>no values come after their count</source>
        <translation>数量之后没有值</translation>
    </message>
    <message>
        <source>a role shape needs shapes, and a number for each</source>
        <translation>角色体型需要 shapes，并为每种给出一个数字</translation>
    </message>
    <message>
        <source>{0} is no address</source>
        <translation>{0} 不是地址</translation>
    </message>
    <message>
        <source>an address is written like {0}</source>
        <translation>地址写作 {0} 的形式</translation>
    </message>
    <message>
        <source>{0} is no port</source>
        <translation>{0} 不是端口</translation>
    </message>
    <message>
        <source>ports go from 1 to 65535</source>
        <translation>端口范围为 1 到 65535</translation>
    </message>
    <message>
        <source>{0} is beyond this machine, which must be allowed first</source>
        <translation>{0} 不在本机，须先获得允许</translation>
    </message>
    <message>
        <source>nothing came in {0} s; {1} malformed packets were ignored</source>
        <translation>{0} 秒内没有收到任何数据；忽略了 {1} 个格式错误的数据包</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>正在接收</translation>
    </message>
    <message>
        <source>there is no live link {0}</source>
        <translation>没有实时链接 {0}</translation>
    </message>
    <message>
        <source>live links: {0}</source>
        <translation>实时链接：{0}</translation>
    </message>
    <message>
        <source>port {0} cannot be listened at: {1}</source>
        <translation>无法监听端口 {0}：{1}</translation>
    </message>
    <message>
        <source>another program may have it</source>
        <translation>可能被其他程序占用</translation>
    </message>
    <message>
        <source>the recording has none of the 52 shapes</source>
        <translation>录制中没有 52 个形状中的任何一个</translation>
    </message>
    <message>
        <source>the recording has {0} frames, and no more than {1} are written</source>
        <translation>录制有 {0} 帧，最多只写入 {1} 帧</translation>
    </message>
    <message>
        <source>{0} heads cannot be blended</source>
        <translation>不能混合 {0} 个头部</translation>
    </message>
    <message>
        <source>a head cannot wear a mesh that does not hang together</source>
        <translation>头部不能使用不完整的网格</translation>
    </message>
    <message>
        <source>{0} weights are given for {1} heads</source>
        <translation>给出了 {0} 个权重，而头部有 {1} 个</translation>
    </message>
    <message>
        <source>weights must be 0 or more, and not all 0</source>
        <translation>权重必须不小于 0，且不能全为 0</translation>
    </message>
    <message>
        <source>{0} has no region {1}</source>
        <translation>{0} 没有区域 {1}</translation>
    </message>
    <message>
        <source>{0}: has {1} pictures already, and {2} are fewer</source>
        <translation>{0}：已有 {1} 张图片，{2} 张更少</translation>
    </message>
    <message>
        <source>ask for more, or choose another folder</source>
        <translation>请求更多，或选择其他文件夹</translation>
    </message>
    <message>
        <source>{0} records have the name, and the picture, of another</source>
        <translation>{0} 条记录与另一条同名，图片也相同</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes and the personal one, validated</source>
        <translation>{0}：{1}，{3} 个形状中的 {2} 个及个人形状，已验证</translation>
    </message>
    <message>
        <source>{0}: {1}, {2} of {3} shapes and the personal one, {4} frames, validated</source>
        <translation>{0}：{1}，{3} 个形状中的 {2} 个及个人形状，{4} 帧，已验证</translation>
    </message>
    <message>
        <source>{0}: its number of values is none</source>
        <translation>{0}：其中值的数量不成数</translation>
    </message>
    <message>
        <source>Hair and background turn as one sheet: the head could not be told from what is behind it</source>
        <translation>头发与背景会作为一整张画面转动：头部无法与其后的东西区分开</translation>
    </message>
    <message>
        <source>cutting out the head</source>
        <translation>抠出头部</translation>
    </message>
    <message>
        <source>filling in what is behind</source>
        <translation>补全后面的画面</translation>
    </message>
    <message>
        <source>photo {0} may show somebody else than photo 1</source>
        <translation>照片 {0} 中的人可能与照片 1 中的不是同一个人</translation>
    </message>
    <message>
        <source>{0}: not a file of ranges, or damaged</source>
        <translation>{0}：不是范围文件，或已损坏</translation>
    </message>
    <message>
        <source>{0}: not a file of ranges, or cut short</source>
        <translation>{0}：不是范围文件，或被截断</translation>
    </message>
    <message>
        <source>there is no Unity script for the files of {0}</source>
        <translation>{0} 的文件没有 Unity 脚本</translation>
    </message>
    <message>
        <source>read them as its schema says: docs/your-own-rig.md</source>
        <translation>请按其规格读取：docs/your-own-rig.md</translation>
    </message>
    <message>
        <source>shaping the hair</source>
        <translation>正在塑造头发</translation>
    </message>
    <message>
        <source>looking for the average picture</source>
        <translation>正在寻找平均图像</translation>
    </message>
    <message>
        <source>following pictures to the average: {0} of {1}</source>
        <translation>正在把图像对齐到平均图像：{0} / {1}</translation>
    </message>
    <message>
        <source>working out how the pictures hang on the values</source>
        <translation>正在计算图像如何取决于数值</translation>
    </message>
    <message>
        <source>this link carries the values of a {0} rig, and these are none</source>
        <translation>此链接传送 {0} 绑定的数值，而这些不是</translation>
    </message>
    <message>
        <source>VTube Studio does not answer what is asked</source>
        <translation>VTube Studio 没有回答所问</translation>
    </message>
    <message>
        <source>VTube Studio refuses: {0}</source>
        <translation>VTube Studio 拒绝：{0}</translation>
    </message>
    <message>
        <source>{0}: FBX is not written, for no library that is kept up writes it</source>
        <translation>{0}：不写 FBX，因为没有仍在维护的库能写它</translation>
    </message>
    <message>
        <source>take .glb, which Blender, Unity, Unreal and Godot read; Blender makes an FBX of it</source>
        <translation>请用 .glb：Blender、Unity、Unreal 和 Godot 都能读；Blender 可以由它生成 FBX</translation>
    </message>
    <message>
        <source>without the face parsing network this photo&apos;s hair cannot be told from what is behind it: the head wears the stock shape {0}</source>
        <translation>没有人脸分割网络，无法把这张照片的头发与背景区分开：头部戴上备用发型 {0}</translation>
    </message>
    <message>
        <source>{0}: the rig&apos;s values alone; the personal shape is in models only</source>
        <translation>{0}：仅含绑定的数值；个人形状只在模型中</translation>
    </message>
    <message>
        <source>waiting for VTube Studio, which asks its user</source>
        <translation>正在等待 VTube Studio，它会询问用户</translation>
    </message>
    <message>
        <source>{0}: holds {1} MB unpacked, more than any file of weights</source>
        <translation>{0}：解压后有 {1} MB，超过任何权重文件</translation>
    </message>
    <message>
        <source>on this face the lips stay apart without the smile</source>
        <translation>在这张脸上，没有笑容时嘴唇仍然分开</translation>
    </message>
    <message>
        <source>on this face hair gets hardly any shorter</source>
        <translation>在这张脸上，头发几乎不会变短</translation>
    </message>
    <message>
        <source>on this face hair gets hardly any longer</source>
        <translation>在这张脸上，头发几乎不会变长</translation>
    </message>
    <message>
        <source>on this face {0} % of a fringe comes</source>
        <translation>在这张脸上，刘海只出现约 {0} %</translation>
    </message>
    <message>
        <source>on this face about {0} % of a beard grows</source>
        <translation>在这张脸上，胡须只长出约 {0} %</translation>
    </message>
    <message>
        <source>on this face about {0} years come off</source>
        <translation>在这张脸上，约年轻 {0} 岁</translation>
    </message>
    <message>
        <source>on this face about {0} years are added</source>
        <translation>在这张脸上，约年长 {0} 岁</translation>
    </message>
    <message>
        <source>on this face glasses reach about {0} % of a frame</source>
        <translation>在这张脸上，眼镜只出现镜框的约 {0} %</translation>
    </message>
    <message>
        <source>looking how far the knobs reach</source>
        <translation>正在查看旋钮的作用范围</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator brings in colours this face does not have</source>
        <translation>{0}：由实时木偶绘制，生成器带入了这张脸没有的颜色</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator leaves open what is to shut</source>
        <translation>{0}：由实时木偶绘制，生成器没有把该闭合的闭上</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator moves it too little</source>
        <translation>{0}：由实时木偶绘制，生成器动得太少</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator&apos;s face is less like the person</source>
        <translation>{0}：由实时木偶绘制，生成器的脸不太像本人</translation>
    </message>
    <message>
        <source>comparing with the live puppet</source>
        <translation>与实时木偶比较</translation>
    </message>
    <message>
        <source>{0}: drawn by the generator</source>
        <translation>{0}：由生成器绘制</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator cannot draw it</source>
        <translation>{0}：由实时木偶绘制，生成器画不出来</translation>
    </message>
    <message>
        <source>{0}: drawn by the live puppet, the generator draws both sides alike</source>
        <translation>{0}：由实时木偶绘制，生成器只能让左右一致</translation>
    </message>
    <message>
        <source>Latent leaves this to the live puppet: {0} is never seen on drawn faces</source>
        <translation>潜空间把这一项留给实时木偶：画出的脸上从未出现{0}</translation>
    </message>
    <message>
        <source>Latent leaves this to the live puppet: {0}</source>
        <translation>潜空间把这一项留给实时木偶：{0}</translation>
    </message>
    <message>
        <source>Latent leaves this to the live puppet</source>
        <translation>潜空间把这一项留给实时木偶</translation>
    </message>
    <message>
        <source>{0} draws this without {1}</source>
        <translation>{0} 绘制此表情时不含 {1}</translation>
    </message>
    <message>
        <source>no film can be encoded here: PyAV has no encoder for MP4</source>
        <translation>这里无法编码影片：PyAV 没有 MP4 编码器</translation>
    </message>
    <message>
        <source>install the package av from its own wheels</source>
        <translation>请安装 av 软件包官方的 wheel</translation>
    </message>
    <message>
        <source>the frames of the film do not go forward in time</source>
        <translation>影片各帧的时间不是递增的</translation>
    </message>
    <message>
        <source>the film could not be written: {0}</source>
        <translation>无法写入影片：{0}</translation>
    </message>
    <message>
        <source>the parts of the film were encoded by different programs</source>
        <translation>影片的各部分由不同的程序编码</translation>
    </message>
    <message>
        <source>{0}: cannot be read as a film: {1}</source>
        <translation>{0}：无法作为影片读取：{1}</translation>
    </message>
    <message>
        <source>MP4, MOV, MKV, WebM and AVI can be read</source>
        <translation>可以读取 MP4、MOV、MKV、WebM 和 AVI</translation>
    </message>
    <message>
        <source>{0}: cannot be read as sound: {1}</source>
        <translation>{0}：无法作为声音读取：{1}</translation>
    </message>
    <message>
        <source>WAV, MP3, FLAC, OGG, M4A and the sound of films can be read</source>
        <translation>可以读取 WAV、MP3、FLAC、OGG、M4A 以及影片的声音</translation>
    </message>
    <message>
        <source>{0}: has no sound</source>
        <translation>{0}：没有声音</translation>
    </message>
    <message>
        <source>{0}: has no sound that can be decoded</source>
        <translation>{0}：没有可以解码的声音</translation>
    </message>
    <message>
        <source>{0}: has {1} samples a second; {2} are needed at least</source>
        <translation>{0}：每秒只有 {1} 个采样；至少需要 {2} 个</translation>
    </message>
    <message>
        <source>{0}: its sound is of a kind that cannot be decoded here</source>
        <translation>{0}：其声音的类型在此无法解码</translation>
    </message>
    <message>
        <source>{0}: its sound is longer than {1} minutes</source>
        <translation>{0}：其声音超过 {1} 分钟</translation>
    </message>
    <message>
        <source>cut it first</source>
        <translation>请先剪短</translation>
    </message>
    <message>
        <source>{0}: has no video</source>
        <translation>{0}：没有视频</translation>
    </message>
    <message>
        <source>{0}: its video is of a kind that cannot be decoded here</source>
        <translation>{0}：这里无法解码这种视频</translation>
    </message>
    <message>
        <source>{0}: its video has {1} x {2} pixels, which is not decoded</source>
        <translation>{0}：视频有 {1} x {2} 像素，不予解码</translation>
    </message>
    <message>
        <source>make it smaller first</source>
        <translation>请先将其缩小</translation>
    </message>
    <message>
        <source>{0}: has no frame that can be decoded</source>
        <translation>{0}：没有可以解码的帧</translation>
    </message>
    <message>
        <source>{0}: is longer than any film</source>
        <translation>{0}：比任何影片都长</translation>
    </message>
    <message>
        <source>turning the take into keys</source>
        <translation>正在把片段转成关键帧</translation>
    </message>
    <message>
        <source>a take&apos;s gains are of brows, eyes, gaze, mouth and head, from 0 to {0}</source>
        <translation>片段的增益只用于眉、眼、视线、嘴和头部，范围 0 到 {0}</translation>
    </message>
    <message>
        <source>the project lacks the photo {0}</source>
        <translation>项目缺少照片 {0}</translation>
    </message>
    <message>
        <source>{0}: the photo is not the one it was saved with</source>
        <translation>{0}：照片不是保存时的那张</translation>
    </message>
    <message>
        <source>a film of {0} s is longer than any that is made</source>
        <translation>{0} 秒的影片过长，无法制作</translation>
    </message>
    <message>
        <source>choose a part of it</source>
        <translation>请选择其中一段</translation>
    </message>
    <message>
        <source>the driver has no frame from {0} to {1} s</source>
        <translation>驱动视频在 {0} 到 {1} 秒之间没有任何帧</translation>
    </message>
    <message>
        <source>nothing lies from {0} to {1} s</source>
        <translation>{0} 到 {1} 秒之间没有内容</translation>
    </message>
    <message>
        <source>{0}: shows no face</source>
        <translation>{0}：其中没有人脸</translation>
    </message>
    <message>
        <source>use a clip with a larger or sharper face</source>
        <translation>请使用人脸更大或更清晰的片段</translation>
    </message>
    <message>
        <source>The driver&apos;s file is to last {0} s longer than its frames do</source>
        <translation>驱动文件标明的时长比其中的帧长 {0} 秒</translation>
    </message>
    <message>
        <source>following the driver&apos;s face</source>
        <translation>正在跟踪驱动者的脸</translation>
    </message>
    <message>
        <source>often there is not enough memory: make a smaller film; what was drawn is kept</source>
        <translation>常见原因是内存不足：请制作较小的影片；已绘制的部分会保留</translation>
    </message>
    <message>
        <source>The driver&apos;s sound cannot be read: the film has none</source>
        <translation>无法读取驱动视频的声音：影片没有声音</translation>
    </message>
    <message>
        <source>Attributes that change over time are in the film as they are at its beginning</source>
        <translation>随时间变化的属性在影片中保持开头时的样子</translation>
    </message>
    <message>
        <source>The film has {0} x {1} pixels, which few players show; a smaller one is made sooner</source>
        <translation>影片有 {0} x {1} 像素，很少有播放器能显示；较小的影片也制作得更快</translation>
    </message>
    <message>
        <source>drawing the film</source>
        <translation>正在绘制影片</translation>
    </message>
    <message>
        <source>joining the film</source>
        <translation>正在合成影片</translation>
    </message>
    <message>
        <source>looking at the film</source>
        <translation>正在检查影片</translation>
    </message>
    <message>
        <source>{0} goes from 0 to {1}, not {2}</source>
        <translation>{0} 的范围是 0 到 {1}，不能是 {2}</translation>
    </message>
    <message>
        <source>the clip has no frame at {0} s to take for rest</source>
        <translation>片段在 {0} 秒处没有可作为静止状态的帧</translation>
    </message>
    <message>
        <source>a part of a clip goes from 0 or later to a later time, not {0} to {1} s</source>
        <translation>片段的一段须从 0 或更晚到更晚的时间，不能是 {0} 到 {1} 秒</translation>
    </message>
    <message>
        <source>{0} is not A:B, two times in seconds</source>
        <translation>{0} 不是 A:B 形式的两个秒数</translation>
    </message>
    <message>
        <source>a film has 1 to {0} frames a second, not {1}</source>
        <translation>影片每秒为 1 到 {0} 帧，不能是 {1}</translation>
    </message>
    <message>
        <source>the timeline takes no time: there is nothing to film</source>
        <translation>时间线没有时长：没有可拍的内容</translation>
    </message>
    <message>
        <source>set keys at two moments, or load a take</source>
        <translation>请在两个时刻设置关键帧，或载入片段</translation>
    </message>
    <message>
        <source>photo {0} may be somebody else</source>
        <translation>照片 {0} 可能是别人</translation>
    </message>
    <message>
        <source>stock hair, not the photo&apos;s</source>
        <translation>备用头发，非照片中的</translation>
    </message>
    <message>
        <source>port {0}: VTube Studio does not answer: {1}</source>
        <translation>端口 {0}：VTube Studio 没有应答：{1}</translation>
    </message>
    <message>
        <source>its settings have to allow plugins</source>
        <translation>须在其设置中允许插件</translation>
    </message>
    <message>
        <source>it does not read what it is sent</source>
        <translation>它不读取发给它的内容</translation>
    </message>
    <message>
        <source>VTube Studio gave no token</source>
        <translation>VTube Studio 未给出令牌</translation>
    </message>
    <message>
        <source>VTube Studio does not allow it</source>
        <translation>VTube Studio 不允许</translation>
    </message>
    <message>
        <source>VTube Studio does not answer what is asked: {0}</source>
        <translation>VTube Studio 没有回答所问：{0}</translation>
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
        <translation>角色体型 {0}：从面部看不出</translation>
    </message>
    <message>
        <source>role shape {0}: without the model {1} nothing tells it from a photo</source>
        <translation>角色体型 {0}：没有模型 {1}，无法从照片得知</translation>
    </message>
    <message>
        <source>role shape {0}: so the face looks</source>
        <translation>角色体型 {0}：依面部外观</translation>
    </message>
    <message>
        <source>{0} by default</source>
        <translation>默认为{0}</translation>
    </message>
    <message>
        <source>{0}, as the face looks</source>
        <translation>{0}，按面容判断</translation>
    </message>
    <message>
        <source>{0} is none of the 52 shapes</source>
        <translation>{0} 不是 52 个形状之一</translation>
    </message>
    <message>
        <source>{0}: a shape goes from 0 to 1</source>
        <translation>{0}：形状的范围是 0 到 1</translation>
    </message>
    <message>
        <source>writing the textures</source>
        <translation>正在写入纹理</translation>
    </message>
    <message>
        <source>{0} groups of ranges for the {1} values of {2} that move bones</source>
        <translation>{0} 组范围，而 {2} 有 {1} 个移动骨骼的值</translation>
    </message>
    <message>
        <source>{0}: no face is seen in any of its pictures</source>
        <translation>{0}：其中没有一张图片能看到面部</translation>
    </message>
    <message>
        <source>imagining faces: {0} of {1}</source>
        <translation>正在想象面孔：{0} / {1}</translation>
    </message>
    <message>
        <source>looking for faces: {0} of {1}</source>
        <translation>正在寻找面部：{0} / {1}</translation>
    </message>
    <message>
        <source>faces are seen in {0} of {1} pictures that the imitator draws</source>
        <translation>模仿网络绘制的 {1} 张图片中有 {0} 张能看到面部</translation>
    </message>
    <message>
        <source>looking where the imitator draws faces: {0} of {1}</source>
        <translation>正在查看模仿网络把脸画在哪里：{0} / {1}</translation>
    </message>
    <message>
        <source>step {0} of {1}, mean error of the values {2}</source>
        <translation>第 {0} / {1} 步，数值平均误差 {2}</translation>
    </message>
    <message>
        <source>step {0} of {1}, mean error of the values {2}, {3} of what is held out</source>
        <translation>第 {0} / {1} 步，数值平均误差 {2}，留出部分 {3}</translation>
    </message>
    <message>
        <source>working out how the values hang on what is seen</source>
        <translation>正在求出数值与所见之间的关系</translation>
    </message>
    <message>
        <source>{0} is not a regressor</source>
        <translation>{0} 不是回归网络</translation>
    </message>
    <message>
        <source>{0}: holds values of another rig than {1}</source>
        <translation>{0}：里面的数值属于与 {1} 不同的绑定</translation>
    </message>
    <message>
        <source>{0} is the name of one of the program&apos;s own schemas</source>
        <translation>{0} 是程序自带规格的名称</translation>
    </message>
    <message>
        <source>name it otherwise</source>
        <translation>请另取名称</translation>
    </message>
    <message>
        <source>{0} is hard to name at a command line: better only letters, digits, dots and dashes</source>
        <translation>{0} 在命令行里不好写：最好只用字母、数字、点和连字符</translation>
    </message>
    <message>
        <source>{0} and {1} differ by capital letters only</source>
        <translation>{0} 与 {1} 只有大小写不同</translation>
    </message>
    <message>
        <source>the step of {0} is larger than its range</source>
        <translation>{0} 的步长大于它的范围</translation>
    </message>
    <message>
        <source>the step of {0} is not whole, as its values are</source>
        <translation>{0} 的步长不是整数，而它的值是整数</translation>
    </message>
    <message>
        <source>the step of {0} is too small to get anywhere</source>
        <translation>{0} 的步长太小，走不到任何地方</translation>
    </message>
    <message>
        <source>The rig {0} is not the one that this project was made with: one of that name was loaded here. What it does not know is kept.</source>
        <translation>绑定“{0}”不是制作此项目时所用的那个：这里已载入一个同名的。它不认识的内容会保留。</translation>
    </message>
    <message>
        <source>{0}: holds the rig {1}</source>
        <translation>{0}：里面是绑定 {1}</translation>
    </message>
    <message>
        <source>{0} rigs of this project are kept and not shown, for all together they are too large: {1}</source>
        <translation>此项目有 {0} 个绑定会保留但不显示，因为合在一起太大：{1}</translation>
    </message>
    <message>
        <source>{0}, line {1}: {2}</source>
        <translation>{0}，第 {1} 行：{2}</translation>
    </message>
    <message>
        <source>{0} drives {1}, which the head does not have</source>
        <translation>{0} 驱动 {1}，而头部没有它</translation>
    </message>
    <message>
        <source>{0} is no name for a schema: letters, digits, dots and dashes, 64 at most</source>
        <translation>{0} 不能作规格的名称：字母、数字、点和连字符，最多 64 个</translation>
    </message>
    <message>
        <source>the range of {0} must be of whole numbers</source>
        <translation>{0} 的范围必须是整数</translation>
    </message>
    <message>
        <source>the range of {0} must be 0 to 1</source>
        <translation>{0} 的范围必须是 0 到 1</translation>
    </message>
    <message>
        <source>{0} needs an option for each number of its range</source>
        <translation>{0} 的范围中每个数字都需要一个选项</translation>
    </message>
    <message>
        <source>{0} has options and is no choice</source>
        <translation>{0} 有选项，却不是选择项</translation>
    </message>
    <message>
        <source>{0}: one-hot values, and no others, say what they are a choice of</source>
        <translation>{0}：只有独热值才说明属于哪一组选择</translation>
    </message>
    <message>
        <source>not sound TOML: {0}</source>
        <translation>不是正确的 TOML：{0}</translation>
    </message>
    <message>
        <source>the value {0} is not in the file&apos;s order</source>
        <translation>值 {0} 不符合文件中的顺序</translation>
    </message>
    <message>
        <source>the value {0} is declared twice</source>
        <translation>值 {0} 声明了两次</translation>
    </message>
    <message>
        <source>the range of {0} has no room above its default</source>
        <translation>{0} 的范围在默认值之上没有余地</translation>
    </message>
    <message>
        <source>{0} is the name of a value and of a pair</source>
        <translation>{0} 既是值的名称又是成对的名称</translation>
    </message>
    <message>
        <source>of the values of {0} exactly one must be 1 at default</source>
        <translation>{0} 的值中默认必须恰有一个为 1</translation>
    </message>
    <message>
        <source>without the face parsing network, skin and hair were told apart by the face&apos;s outline and colour</source>
        <translation>没有人脸分割网络，皮肤与头发按脸部轮廓和颜色区分</translation>
    </message>
    <message>
        <source>skin told by colour alone</source>
        <translation>仅凭颜色区分皮肤</translation>
    </message>
    <message>
        <source>the glasses are painted on: nothing shows what is behind them</source>
        <translation>眼镜是画上去的：照片没有显示眼镜后面的部分</translation>
    </message>
    <message>
        <source>the glasses are painted on</source>
        <translation>眼镜是画上去的</translation>
    </message>
    <message>
        <source>a texture cannot have {0} texels a side</source>
        <translation>贴图的边长不能是 {0} 纹素</translation>
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
        <translation>正在补全照片没有显示的部分</translation>
    </message>
    <message>
        <source>drawing the texture</source>
        <translation>正在绘制贴图</translation>
    </message>
    <message>
        <source>making the eyes</source>
        <translation>正在制作眼睛</translation>
    </message>
    <message>
        <source>Textures from photos</source>
        <translation>由照片得到的贴图</translation>
    </message>
    <message>
        <source>asymmetry {0} is outside 0 to 1</source>
        <translation>不对称度 {0} 不在 0 到 1 之间</translation>
    </message>
    <message>
        <source>a text is laid on sounds of up to {0} minutes</source>
        <translation>文本只能对齐到不超过 {0} 分钟的声音</translation>
    </message>
    <message>
        <source>cut the sound, and the text with it</source>
        <translation>请将声音连同文本一起剪短</translation>
    </message>
    <message>
        <source>the sound is too short for the text: {0} s of speech for {1} s</source>
        <translation>声音对文本来说太短：语音 {0} 秒，需要 {1} 秒</translation>
    </message>
    <message>
        <source>speech goes at {0} to {1} words a minute, not {2}</source>
        <translation>语速为每分钟 {0} 至 {1} 个词，不能是 {2}</translation>
    </message>
    <message>
        <source>{0} is no voice of espeak-ng</source>
        <translation>{0} 不是 espeak-ng 的语音</translation>
    </message>
    <message>
        <source>the text takes longer than {0} minutes to say</source>
        <translation>说完这段文本需要超过 {0} 分钟</translation>
    </message>
    <message>
        <source>give it in parts</source>
        <translation>请分段给出</translation>
    </message>
    <message>
        <source>there is nothing in the text that can be said</source>
        <translation>文本中没有可以说的内容</translation>
    </message>
    <message>
        <source>the text has {0} characters; at most {1}, half an hour of speech, are said at once</source>
        <translation>文本有 {0} 个字符；一次最多说 {1} 个，约半小时语音</translation>
    </message>
    <message>
        <source>espeak-ng gave up on the text</source>
        <translation>espeak-ng 无法处理这段文本</translation>
    </message>
    <message>
        <source>espeak-ng, which speaks texts, is not on this machine</source>
        <translation>这台机器上没有用来朗读文本的 espeak-ng</translation>
    </message>
    <message>
        <source>install espeak-ng, or give the sound and the phonemes&apos; times</source>
        <translation>请安装 espeak-ng，或给出声音和音素的时间</translation>
    </message>
    <message>
        <source>espeak-ng has no voice {0}</source>
        <translation>espeak-ng 没有语音 {0}</translation>
    </message>
    <message>
        <source>such as en-us, en-gb, de, fr, es, it, ja or cmn, with a speaker as in en-us+f3</source>
        <translation>例如 en-us、en-gb、de、fr、es、it、ja 或 cmn，也可像 en-us+f3 那样带上说话人</translation>
    </message>
    <message>
        <source>espeak-ng could not say the text</source>
        <translation>espeak-ng 无法说出这段文本</translation>
    </message>
    <message>
        <source>Of {0} nobody knows what a mouth shows; it goes on as before</source>
        <translation>不知道 {0} 对应的口型；口型保持不变</translation>
    </message>
    <message>
        <source>the times in {0} go to {1} s, and the sound to {2} s: they do not belong together</source>
        <translation>{0} 中的时间到 {1} 秒，而声音只到 {2} 秒：两者不相配</translation>
    </message>
    <message>
        <source>times are to be in seconds</source>
        <translation>时间应以秒为单位</translation>
    </message>
    <message>
        <source>The times in {0} go on for {1} s after the sound</source>
        <translation>{0} 中的时间在声音结束后还持续 {1} 秒</translation>
    </message>
    <message>
        <source>{0} has {1} samples a second: s, f and sh can hardly be heard in it</source>
        <translation>{0} 每秒只有 {1} 个采样：几乎听不出 s、f 和 sh</translation>
    </message>
    <message>
        <source>{0} is damaged, and its sound ends early</source>
        <translation>{0} 已损坏，其声音提前结束</translation>
    </message>
    <message>
        <source>{0} is damaged: {1} pieces of its sound are silence</source>
        <translation>{0} 已损坏：其声音有 {1} 段为静音</translation>
    </message>
    <message>
        <source>nothing is given that is said</source>
        <translation>没有给出要说的内容</translation>
    </message>
    <message>
        <source>phonemes with times need no text</source>
        <translation>带时间的音素不需要文本</translation>
    </message>
    <message>
        <source>a voice and its speed are for a text, and none is given</source>
        <translation>语音及其语速只用于文本，而没有给出文本</translation>
    </message>
    <message>
        <source>a listener is chosen for a sound alone, without its text or phonemes</source>
        <translation>只有单独的声音（没有文本或音素）才能选择聆听者</translation>
    </message>
    <message>
        <source>saying the text</source>
        <translation>正在朗读文本</translation>
    </message>
    <message>
        <source>reading the sound</source>
        <translation>正在读取声音</translation>
    </message>
    <message>
        <source>laying the text on the sound</source>
        <translation>正在将文本对齐到声音</translation>
    </message>
    <message>
        <source>a sound is samples in one row, or one row for each channel</source>
        <translation>声音应是一列采样，或每个声道一列</translation>
    </message>
    <message>
        <source>the sound holds what is no number</source>
        <translation>声音里有不是数字的内容</translation>
    </message>
    <message>
        <source>a sound of {0} samples a second can&apos;t be heard; {1} to {2} can</source>
        <translation>每秒 {0} 个采样的声音听不了；可听 {1} 到 {2}</translation>
    </message>
    <message>
        <source>the sound has ended</source>
        <translation>声音已经结束</translation>
    </message>
    <message>
        <source>there is no sound</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>the sound is longer than {0} hours</source>
        <translation>声音超过 {0} 小时</translation>
    </message>
    <message>
        <source>PocketSphinx, which listened, knows English only</source>
        <translation>由 PocketSphinx 识别，它只懂英语</translation>
    </message>
    <message>
        <source>A network listened that was taught by speaking machines: of people it hears most p, b and m, not all; give the text with the sound</source>
        <translation>听的是一个由语音合成器教出来的网络：真人说的 p、b、m 它能听出大部分，但不是全部；请把文字和声音一起给出</translation>
    </message>
    <message>
        <source>Nobody who knows speech listened: the mouth follows how loud it is, and p, b and m are guessed; give the text with the sound</source>
        <translation>没有识别语音：口型只跟随音量，p、b 和 m 是猜测的；请随声音给出文本</translation>
    </message>
    <message>
        <source>{0}: nothing is heard in it</source>
        <translation>{0}：其中听不到任何声音</translation>
    </message>
    <message>
        <source>its sound is silence from end to end</source>
        <translation>其声音从头到尾都是静音</translation>
    </message>
    <message>
        <source>{0} cannot listen here</source>
        <translation>{0} 在此无法识别声音</translation>
    </message>
    <message>
        <source>there are: {0}</source>
        <translation>可用的有：{0}</translation>
    </message>
    <message>
        <source>listening to the sound</source>
        <translation>正在听声音</translation>
    </message>
    <message>
        <source>{0} names other visemes than there are</source>
        <translation>{0} 中的口型与现有的不同</translation>
    </message>
    <message>
        <source>{0}: {1} is no blendshape</source>
        <translation>{0}：{1} 不是混合变形</translation>
    </message>
    <message>
        <source>CSV or TSV with phoneme, start and end, Praat&apos;s TextGrid, .lab and Rhubarb&apos;s JSON and TSV can be read</source>
        <translation>可以读取含音素、开始和结束的 CSV 或 TSV、Praat 的 TextGrid、.lab 以及 Rhubarb 的 JSON 和 TSV</translation>
    </message>
    <message>
        <source>{0}: more than {1} phonemes</source>
        <translation>{0}：音素超过 {1} 个</translation>
    </message>
    <message>
        <source>{0} is no phoneme</source>
        <translation>{0} 不是音素</translation>
    </message>
    <message>
        <source>it has more than {0} lines</source>
        <translation>超过 {0} 行</translation>
    </message>
    <message>
        <source>it has lines of more than {0} characters</source>
        <translation>有超过 {0} 个字符的行</translation>
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
        <translation>它没有区间层</translation>
    </message>
    <message>
        <source>{0}: is no file of phonemes: {1}</source>
        <translation>{0}：不是音素文件：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} is no mouth of Rhubarb&apos;s</source>
        <translation>{0}：{1} 不是 Rhubarb 的口型</translation>
    </message>
    <message>
        <source>its parts are not in their places</source>
        <translation>各部分不在应有的位置</translation>
    </message>
    <message>
        <source>{0}: is no text in UTF-8 or UTF-16</source>
        <translation>{0}：不是 UTF-8 或 UTF-16 文本</translation>
    </message>
    <message>
        <source>{0} is no time</source>
        <translation>{0} 不是时间</translation>
    </message>
    <message>
        <source>its phonemes are in SAMPA, which is not read</source>
        <translation>其音素是 SAMPA，无法读取</translation>
    </message>
    <message>
        <source>the TextGrid ends early, or has other parts than it should</source>
        <translation>TextGrid 提前结束，或包含不应有的部分</translation>
    </message>
    <message>
        <source>one of its tiers has more than {0} intervals</source>
        <translation>其中一层的区间超过 {0} 个</translation>
    </message>
    <message>
        <source>{0}: there is no phoneme that is known</source>
        <translation>{0}：没有已知的音素</translation>
    </message>
    <message>
        <source>they are to be IPA or ARPAbet</source>
        <translation>应为 IPA 或 ARPAbet</translation>
    </message>
    <message>
        <source>{0}: longer than {1} s</source>
        <translation>{0}：超过 {1} 秒</translation>
    </message>
    <message>
        <source>{0}: the times of {1} do not go forward: {2} to {3} s</source>
        <translation>{0}：{1} 的时间没有向前：{2} 至 {3} 秒</translation>
    </message>
    <message>
        <source>PocketSphinx hears no speech</source>
        <translation>PocketSphinx 没有听到语音</translation>
    </message>
    <message>
        <source>what is said has {0} scores, {1} of shut lips and {2} of the voice</source>
        <translation>所说内容有 {0} 的分数、{1} 的闭唇和 {2} 的发声</translation>
    </message>
    <message>
        <source>the scores of what is said are not shares of 1</source>
        <translation>所说内容的分数之和不为 1</translation>
    </message>
    <message>
        <source>it is not told who found what is said</source>
        <translation>没有说明是谁识别了所说内容</translation>
    </message>
    <message>
        <source>There is more unsaved work that was kept.</source>
        <translation>还有其他保留下来的未保存工作。</translation>
    </message>
    <message>
        <source>On the photo</source>
        <translation>在照片上</translation>
    </message>
    <message>
        <source>Choose the face to edit</source>
        <translation>选择要编辑的脸</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Move the photo</source>
        <translation>移动照片</translation>
    </message>
    <message>
        <source>Whole photo, or one to one</source>
        <translation>整张照片，或一比一</translation>
    </message>
    <message>
        <source>See the original</source>
        <translation>查看原图</translation>
    </message>
    <message>
        <source>Menu: original, copy the picture, export, zoom</source>
        <translation>菜单：原图、复制图片、导出、缩放</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>放大和缩小</translation>
    </message>
    <message>
        <source>Move the photo, by keyboard</source>
        <translation>移动照片（键盘）</translation>
    </message>
    <message>
        <source>The face before, the next face</source>
        <translation>上一张脸、下一张脸</translation>
    </message>
    <message>
        <source>Move the photo, whatever lies under the hand</source>
        <translation>移动照片，不管手下是什么</translation>
    </message>
    <message>
        <source>Put the wipe line away</source>
        <translation>收起对比擦除线</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>按住</translation>
    </message>
    <message>
        <source>Right click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>On a slider or knob</source>
        <translation>在滑块或旋钮上</translation>
    </message>
    <message>
        <source>Change the value; a knob turns up and to the right</source>
        <translation>改变数值；旋钮向上、向右为增大</translation>
    </message>
    <message>
        <source>Ten times finer</source>
        <translation>精细十倍</translation>
    </message>
    <message>
        <source>In whole steps</source>
        <translation>按整步变化</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Type a value, or a change such as +=2</source>
        <translation>输入数值，或输入 +=2 这样的增减</translation>
    </message>
    <message>
        <source>Menu: reset, copy, paste, favourite, lock</source>
        <translation>菜单：重置、复制、粘贴、收藏、锁定</translation>
    </message>
    <message>
        <source>The same menu, for what has the focus</source>
        <translation>同一菜单，针对当前焦点</translation>
    </message>
    <message>
        <source>A step; with Shift a fine one, with Ctrl a whole one</source>
        <translation>一步；按住 Shift 为微调，按住 Ctrl 为整步</translation>
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
        <translation>恢复默认值（键盘）</translation>
    </message>
    <message>
        <source>Type a value; so does any digit</source>
        <translation>输入数值；按任意数字键亦可</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>复制数值</translation>
    </message>
    <message>
        <source>Paste a value</source>
        <translation>粘贴数值</translation>
    </message>
    <message>
        <source>While dragging: as if nothing had happened</source>
        <translation>拖动时：放弃此次改动</translation>
    </message>
    <message>
        <source>Click the number</source>
        <translation>单击数字</translation>
    </message>
    <message>
        <source>Wheel over the number</source>
        <translation>在数字上滚动滚轮</translation>
    </message>
    <message>
        <source>the export was stopped: its photo was closed; files that were finished are kept</source>
        <translation>导出已停止：照片已关闭；已完成的文件会保留</translation>
    </message>
    <message>
        <source>the film was stopped: its photo was closed; what was drawn is kept</source>
        <translation>影片已停止：照片被关闭；已绘制的部分会保留</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Drop it on the window, paste it, or choose it with Open. A frame shows each face; click the one you want.</source>
        <translation>把照片拖到窗口上、粘贴，或用“打开”选择。每张脸都有边框，单击想要的那张。</translation>
    </message>
    <message>
        <source>Drag a slider</source>
        <translation>拖动滑块</translation>
    </message>
    <message>
        <source>The face follows at once. A preset is a whole expression, and Amount says how much of it you get.</source>
        <translation>面部立即随之变化。预设是一个完整的表情，“强度”决定取用多少。</translation>
    </message>
    <message>
        <source>Compare with the original</source>
        <translation>与原图对比</translation>
    </message>
    <message>
        <source>Hold the button with the eye, or the backslash key. The wipe shows before and after side by side.</source>
        <translation>按住眼睛按钮或反斜杠键。“前后对比擦除”在一条线的两侧显示前后效果。</translation>
    </message>
    <message>
        <source>Change what somebody looks like</source>
        <translation>改变人物的样貌</translation>
    </message>
    <message>
        <source>Under Attributes are age, hair, glasses, light and more. The face is looked for first, which takes a while; then the knobs turn.</source>
        <translation>“属性”中有年龄、头发、眼镜、光线等。程序会先查找这张脸，需要一些时间，之后旋钮即可转动。</translation>
    </message>
    <message>
        <source>Make a game character</source>
        <translation>制作游戏角色</translation>
    </message>
    <message>
        <source>Under Rig, Fit to photo shapes a game&apos;s head like the face in the photo. Drag the head to turn it.</source>
        <translation>在“绑定”中，“拟合照片”把游戏头部塑造成照片中的脸。拖动头部可转动。</translation>
    </message>
    <message>
        <source>Go back and forth</source>
        <translation>撤销与重做</translation>
    </message>
    <message>
        <source>Every step can be undone. History lists them all; a click goes there.</source>
        <translation>每一步都可以撤销。历史记录列出全部步骤，单击即可回到那一步。</translation>
    </message>
    <message>
        <source>Keep the work</source>
        <translation>保存作品</translation>
    </message>
    <message>
        <source>Saving writes a project beside the photo. The photo itself is never touched.</source>
        <translation>保存会在照片旁写出一个项目文件，照片本身不会被改动。</translation>
    </message>
    <message>
        <source>Take it elsewhere</source>
        <translation>用到别处</translation>
    </message>
    <message>
        <source>Export writes the picture at its own size, or the rig in the files that games and 3D programs read.</source>
        <translation>“导出”按原尺寸写出图片，或写出游戏和三维软件可读取的绑定文件。</translation>
    </message>
    <message>
        <source>Blend heads</source>
        <translation>混合头部</translation>
    </message>
    <message>
        <source>Drawing the history</source>
        <translation>正在绘制历史记录</translation>
    </message>
    <message>
        <source>There is nothing in it that can be opened</source>
        <translation>其中没有可以打开的内容</translation>
    </message>
    <message>
        <source>Take a picture, a file or a folder.</source>
        <translation>请使用图片、文件或文件夹。</translation>
    </message>
    <message>
        <source>The picture is of a kind that cannot be read: {0}</source>
        <translation>无法读取这种类型的图片：{0}</translation>
    </message>
    <message>
        <source>Save it as a PNG or JPEG file and open that.</source>
        <translation>请将其保存为 PNG 或 JPEG 文件，再打开该文件。</translation>
    </message>
    <message>
        <source>This is a web address, and nothing is fetched from the web</source>
        <translation>这是一个网址，本程序不从网络获取任何内容</translation>
    </message>
    <message>
        <source>Save the picture there first, then open the file, or copy the picture itself.</source>
        <translation>请先在网页中保存图片，再打开文件，或者复制图片本身。</translation>
    </message>
    <message>
        <source>This is text, not a picture</source>
        <translation>这是文本，不是图片</translation>
    </message>
    <message>
        <source>{0} is not there any more: saving asks for a name</source>
        <translation>{0} 已不在原处：保存时会询问名称</translation>
    </message>
    <message>
        <source>{0} was changed since then: saving asks for a name</source>
        <translation>{0} 在那之后被更改过：保存时会询问名称</translation>
    </message>
    <message>
        <source>{0}: saving asks for a name</source>
        <translation>{0}：保存时会询问名称</translation>
    </message>
    <message>
        <source>Add photos of this person</source>
        <translation>添加此人的照片</translation>
    </message>
    <message>
        <source>Remove a photo of this person</source>
        <translation>移除此人的一张照片</translation>
    </message>
    <message>
        <source>{0}: this photo is there already</source>
        <translation>{0}：这张照片已经有了</translation>
    </message>
    <message>
        <source>{0}: no face was found in the picture</source>
        <translation>{0}：图片中未找到人脸</translation>
    </message>
    <message>
        <source>{0}: a head is made of {1} photos at most</source>
        <translation>{0}：一个头部最多由 {1} 张照片生成</translation>
    </message>
    <message>
        <source>{0}: with it the photos are too large for a project</source>
        <translation>{0}：加上它，照片对项目来说太大</translation>
    </message>
    <message>
        <source>{0} was loaded anew and has changed</source>
        <translation>{0} 已重新加载，且内容已更改</translation>
    </message>
    <message>
        <source>fit it again</source>
        <translation>请重新拟合</translation>
    </message>
    <message>
        <source>{0}: no rig is set on a face in it</source>
        <translation>{0}：其中没有任何脸设置了绑定</translation>
    </message>
    <message>
        <source>reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>the steps of this project belong to faces that are not found any more: its history begins anew</source>
        <translation>此项目的步骤属于已找不到的人脸：历史记录将重新开始</translation>
    </message>
    <message>
        <source>{0}: so the settings are the default ones, and changes are not kept</source>
        <translation>{0}：因此使用默认设置，更改不会保存</translation>
    </message>
    <message>
        <source>Place a face that was not found</source>
        <translation>放置未找到的人脸</translation>
    </message>
    <message>
        <source>Set a key</source>
        <translation>设置关键帧</translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation>删除关键帧</translation>
    </message>
    <message>
        <source>Way between keys</source>
        <translation>关键帧之间的过渡</translation>
    </message>
    <message>
        <source>Paste keys</source>
        <translation>粘贴关键帧</translation>
    </message>
    <message>
        <source>Move keys</source>
        <translation>移动关键帧</translation>
    </message>
    <message>
        <source>Load a take</source>
        <translation>载入片段</translation>
    </message>
    <message>
        <source>Take to keys</source>
        <translation>片段转为关键帧</translation>
    </message>
    <message>
        <source>Take away a take</source>
        <translation>移除片段</translation>
    </message>
    <message>
        <source>The preset {0} is replaced.</source>
        <translation>预设 {0} 已替换。</translation>
    </message>
    <message>
        <source>The preset {0} is deleted.</source>
        <translation>预设 {0} 已删除。</translation>
    </message>
    <message>
        <source>On a preset</source>
        <translation>在预设上</translation>
    </message>
    <message>
        <source>On the head of a rig</source>
        <translation>在绑定的头部上</translation>
    </message>
    <message>
        <source>This expression instead of the one that is set</source>
        <translation>用此表情替换当前表情</translation>
    </message>
    <message>
        <source>This expression on top of what is set</source>
        <translation>在当前设置上叠加此表情</translation>
    </message>
    <message>
        <source>Menu of the preset</source>
        <translation>预设的菜单</translation>
    </message>
    <message>
        <source>Delete a preset of your own</source>
        <translation>删除自己的预设</translation>
    </message>
    <message>
        <source>Turn the head</source>
        <translation>转动头部</translation>
    </message>
    <message>
        <source>Turn the light</source>
        <translation>转动灯光</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Look straight at it</source>
        <translation>正面观看</translation>
    </message>
    <message>
        <source>Menu: look straight at it, or from a side</source>
        <translation>菜单：正面或侧面观看</translation>
    </message>
    <message>
        <source>Turn it; with Shift a little</source>
        <translation>转动；按住 Shift 少量转动</translation>
    </message>
    <message>
        <source>Zoom, by keyboard</source>
        <translation>缩放（键盘）</translation>
    </message>
    <message>
        <source>Look straight at it, by keyboard</source>
        <translation>正面观看（键盘）</translation>
    </message>
    <message>
        <source>Turntable</source>
        <translation>转台</translation>
    </message>
    <message>
        <source>Turned as in the photo</source>
        <translation>与照片同向</translation>
    </message>
    <message>
        <source>Follow expression</source>
        <translation>跟随表情</translation>
    </message>
    <message>
        <source>Show the mesh</source>
        <translation>显示网格</translation>
    </message>
    <message>
        <source>Another light</source>
        <translation>换一种灯光</translation>
    </message>
    <message>
        <source>Keep this head as A and compare</source>
        <translation>把这个头部留作 A 并比较</translation>
    </message>
    <message>
        <source>See A as long as it is held</source>
        <translation>按住时看 A</translation>
    </message>
    <message>
        <source>the live link is off</source>
        <translation>实时链接已关闭</translation>
    </message>
    <message>
        <source>Set what A has</source>
        <translation>改用 A 的数值</translation>
    </message>
    <message>
        <source>Take {0} from another head</source>
        <translation>从另一个头取{0}</translation>
    </message>
    <message>
        <source>Asymmetry</source>
        <translation>不对称</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>在时间线上</translation>
    </message>
    <message>
        <source>A key there</source>
        <translation>在该处加关键帧</translation>
    </message>
    <message>
        <source>Play, pause</source>
        <translation>播放、暂停</translation>
    </message>
    <message>
        <source>Record: sliders set keys</source>
        <translation>录制：滑块生成关键帧</translation>
    </message>
    <message>
        <source>Move a take</source>
        <translation>移动片段</translation>
    </message>
    <message>
        <source>Cut a take</source>
        <translation>裁剪片段</translation>
    </message>
    <message>
        <source>Ends of the film</source>
        <translation>影片的两端</translation>
    </message>
    <message>
        <source>{0} files are more than the tray holds; the first {1} are in it</source>
        <translation>{0} 个文件超出了照片栏的容量；前 {1} 个已放入</translation>
    </message>
    <message>
        <source>Left out, for these are no pictures or projects: {0} and {1} more</source>
        <translation>已略去，因为不是图片或项目：{0} 及另外 {1} 个</translation>
    </message>
    <message>
        <source>Playhead, keys, takes: move them</source>
        <translation>移动播放头、关键帧、片段</translation>
    </message>
    <message>
        <source>Menu: ways between keys, copy</source>
        <translation>菜单：过渡方式、复制</translation>
    </message>
    <message>
        <source>A frame back, a frame on</source>
        <translation>后退一帧、前进一帧</translation>
    </message>
    <message>
        <source>A key in the row</source>
        <translation>在该行加关键帧</translation>
    </message>
    <message>
        <source>Move the chosen keys</source>
        <translation>移动所选关键帧</translation>
    </message>
    <message>
        <source>Left out, for this is no picture or project: {0}</source>
        <translation>已略去，因为不是图片或项目：{0}</translation>
    </message>
    <message>
        <source>Reset the face</source>
        <translation>重置这张脸</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>粘贴设置</translation>
    </message>
    <message>
        <source>{0} is not sound TOML: {1}</source>
        <translation>{0} 不是完好的 TOML：{1}</translation>
    </message>
    <message>
        <source>a file without sha256 can only come from the hub, which knows it</source>
        <translation>没有 sha256 的文件只能来自知道它的 hub</translation>
    </message>
    <message>
        <source>model {0}: {1}</source>
        <translation>模型 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} {1} stands there twice</source>
        <translation>{0} {1} 出现了两次</translation>
    </message>
    <message>
        <source>model {0}: it requires {1}, which is not there or requires others itself</source>
        <translation>模型 {0}：它需要 {1}，而后者不存在，或自身还需要其他模型</translation>
    </message>
    <message>
        <source>{0} from {1} is not the file it should be; it was deleted</source>
        <translation>来自 {1} 的 {0} 不是应有的文件；已将其删除</translation>
    </message>
    <message>
        <source>cannot write {0}: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>正在写入 {0}</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>正在校验 {0}</translation>
    </message>
    <message>
        <source>the model {0} could not be downloaded: {1}</source>
        <translation>无法下载模型 {0}：{1}</translation>
    </message>
    <message>
        <source>the model {0} is damaged</source>
        <translation>模型 {0} 已损坏</translation>
    </message>
    <message>
        <source>the model {0} is not on this machine</source>
        <translation>这台电脑上没有模型 {0}</translation>
    </message>
    <message>
        <source>the model {0} is for {1} only</source>
        <translation>模型 {0} 只适用于 {1}</translation>
    </message>
    <message>
        <source>the model {0}: {1}</source>
        <translation>模型 {0}：{1}</translation>
    </message>
    <message>
        <source>it has no source</source>
        <translation>它没有来源</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>缺少 {0}</translation>
    </message>
    <message>
        <source>Looking at {0}</source>
        <translation>正在查看 {0}</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>正在读取 {0}</translation>
    </message>
    <message>
        <source>the model {0} could not be removed: {1}</source>
        <translation>无法移除模型 {0}：{1}</translation>
    </message>
    <message>
        <source>the archive of {0} is not what it should be; it was deleted</source>
        <translation>{0} 的压缩包不是应有的文件；已将其删除</translation>
    </message>
    <message>
        <source>it is not known what {0} should be</source>
        <translation>不知道 {0} 应是什么内容</translation>
    </message>
    <message>
        <source>{0} is not what it should be</source>
        <translation>{0} 不是应有的文件</translation>
    </message>
    <message>
        <source>Asking {0}</source>
        <translation>正在询问 {0}</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>正在下载 {0}</translation>
    </message>
    <message>
        <source>{0} is fetched with huggingface_hub, which is not installed</source>
        <translation>{0} 须用 huggingface_hub 获取，但尚未安装</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>{0} gave an answer that cannot be read</source>
        <translation>{0} 给出的应答无法读取</translation>
    </message>
    <message>
        <source>{0} can only be fetched by a Python that has pip</source>
        <translation>{0} 只能由带有 pip 的 Python 获取</translation>
    </message>
    <message>
        <source>{0} is fetched with npm, which is not on this machine</source>
        <translation>{0} 须用 npm 获取，而这台电脑上没有</translation>
    </message>
    <message>
        <source>check the network and the settings of {0}</source>
        <translation>请检查网络和 {0} 的设置</translation>
    </message>
    <message>
        <source>this Python has no pip, with which models are downloaded</source>
        <translation>这个 Python 没有下载模型所需的 pip</translation>
    </message>
    <message>
        <source>{0} is not a folder</source>
        <translation>{0} 不是文件夹</translation>
    </message>
    <message>
        <source>{0} is used from the folder that holds all its files</source>
        <translation>{0} 须从存有其全部文件的文件夹中使用</translation>
    </message>
    <message>
        <source>{0} does not hold {1}: it has no {2} and lacks {3} more</source>
        <translation>{0} 不含 {1}：缺少 {2} 以及另外 {3} 个</translation>
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
        <translation>录制片段没有可写入的混合变形权重</translation>
    </message>
    <message>
        <source>a timecode cannot tell of samples as near or as far apart as the take&apos;s</source>
        <translation>时间码无法表示这段录制如此密集或如此稀疏的采样</translation>
    </message>
    <message>
        <source>a time of day is 0 to {0} s</source>
        <translation>一天中的时刻应为 0 到 {0} 秒</translation>
    </message>
    <message>
        <source>a timecode counts 1 to {0} frames a second, not {1}</source>
        <translation>时间码每秒计 1 到 {0} 帧，而不是 {1} 帧</translation>
    </message>
    <message>
        <source>has no row with a face</source>
        <translation>没有一行含有人脸</translation>
    </message>
    <message>
        <source>is no Live Link Face CSV</source>
        <translation>不是 Live Link Face 的 CSV</translation>
    </message>
    <message>
        <source>its first line begins with Timecode,BlendShapeCount</source>
        <translation>它的首行以 Timecode,BlendShapeCount 开头</translation>
    </message>
    <message>
        <source>has no column of a blendshape</source>
        <translation>没有任何混合变形的列</translation>
    </message>
    <message>
        <source>line {0} has no timecode, but {1}</source>
        <translation>第 {0} 行没有时间码，却是 {1}</translation>
    </message>
    <message>
        <source>line {0} has the timecode {1}, which is no time of day</source>
        <translation>第 {0} 行的时间码 {1} 不是一天中的时刻</translation>
    </message>
    <message>
        <source>its last number counts {0} frames a second</source>
        <translation>它的最后一个数每秒计 {0} 帧</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is longer than any recording</source>
        <translation>比任何录制都长</translation>
    </message>
    <message>
        <source>the field unseen says why a file has no sha256, and is there only then</source>
        <translation>字段 unseen 说明文件为何没有 sha256，且仅在此时出现</translation>
    </message>
    <message>
        <source>getting them under Models takes those that come now as right from now on</source>
        <translation>在“模型”中获取，即以这次得到的文件为准</translation>
    </message>
    <message>
        <source>it can be had and agreed to under Models</source>
        <translation>可在“模型”中获取并同意许可</translation>
    </message>
    <message>
        <source>install Node.js, or import the files under Models</source>
        <translation>请安装 Node.js，或在“模型”中导入文件</translation>
    </message>
    <message>
        <source>has the column {0} twice</source>
        <translation>{0} 这一列出现了两次</translation>
    </message>
    <message>
        <source>line {0} has {1} values where the first line has {2}</source>
        <translation>第 {0} 行有 {1} 个值，而首行有 {2} 个</translation>
    </message>
    <message>
        <source>line {0} goes back in time</source>
        <translation>第 {0} 行的时间倒退了</translation>
    </message>
    <message>
        <source>its timecode may count another number of frames a second than {0}</source>
        <translation>它的时间码每秒的帧数可能不是 {0}</translation>
    </message>
    <message>
        <source>there is no control {0} to move</source>
        <translation>没有可以移动的控件 {0}</translation>
    </message>
    <message>
        <source>a key at {0} s of value {1} is beyond all measure</source>
        <translation>{0} 秒处、值为 {1} 的关键帧超出了一切范围</translation>
    </message>
    <message>
        <source>a curve needs the name of a control and 1 to {0} keys</source>
        <translation>曲线需要控件的名称和 1 到 {0} 个关键帧</translation>
    </message>
    <message>
        <source>a curve is asked for a time that is not a number</source>
        <translation>向曲线询问的时间不是数值</translation>
    </message>
    <message>
        <source>{0} has no key at {1} s</source>
        <translation>{0} 在 {1} 秒处没有关键帧</translation>
    </message>
    <message>
        <source>{0} has two curves</source>
        <translation>{0} 有两条曲线</translation>
    </message>
    <message>
        <source>a key is not two numbers and an interpolation</source>
        <translation>关键帧不是两个数和一种插值方式</translation>
    </message>
    <message>
        <source>two keys of {0} stand at {1} s</source>
        <translation>{0} 有两个关键帧都在 {1} 秒处</translation>
    </message>
    <message>
        <source>the least reach must be more than 0</source>
        <translation>最小幅度必须大于 0</translation>
    </message>
    <message>
        <source>a retargeting needs each channel once, with finite numbers</source>
        <translation>重定向需要每个通道各出现一次，并且数值有限</translation>
    </message>
    <message>
        <source>a filter needs cut-offs above 0 Hz and a beta of 0 or more</source>
        <translation>滤波器的截止频率须大于 0 Hz，beta 须为 0 或更大</translation>
    </message>
    <message>
        <source>a filter&apos;s time must go forward</source>
        <translation>滤波器的时间必须向前</translation>
    </message>
    <message>
        <source>the take has no channel {0}</source>
        <translation>录制片段没有通道 {0}</translation>
    </message>
    <message>
        <source>a take has {0} tracks and {1} channels</source>
        <translation>录制片段有 {0} 条轨道和 {1} 个通道</translation>
    </message>
    <message>
        <source>the channel {0} stands twice in a take</source>
        <translation>通道 {0} 在录制片段中出现了两次</translation>
    </message>
    <message>
        <source>a take cannot have {0} frames a second</source>
        <translation>录制片段不能是每秒 {0} 帧</translation>
    </message>
    <message>
        <source>a take says too much about where it comes from</source>
        <translation>录制片段的来源说明过长</translation>
    </message>
    <message>
        <source>the gaps of a take are not apart and in order</source>
        <translation>录制片段的空缺没有分开或没有按顺序排列</translation>
    </message>
    <message>
        <source>a take is longer than any recording</source>
        <translation>录制片段比任何录制都长</translation>
    </message>
    <message>
        <source>the take has {0} frames, and none of number {1}</source>
        <translation>录制片段有 {0} 帧，没有第 {1} 帧</translation>
    </message>
    <message>
        <source>{0}: takes are written as {1}</source>
        <translation>{0}：录制片段以 {1} 写入</translation>
    </message>
    <message>
        <source>is a .npz, but holds no take</source>
        <translation>是 .npz，但其中没有录制片段</translation>
    </message>
    <message>
        <source>holds a take of version {0}, which this Facewright does not know</source>
        <translation>其中的录制片段是版本 {0}，这个 Facewright 不认识</translation>
    </message>
    <message>
        <source>a take has names that cannot be written</source>
        <translation>录制片段含有无法写入的名称</translation>
    </message>
    <message>
        <source>holds a take whose numbers are of another kind</source>
        <translation>其中录制片段的数值类型不对</translation>
    </message>
    <message>
        <source>a take lies on the timeline with an absurd offset, weight or fade</source>
        <translation>录制片段在时间轴上的偏移、权重或淡入淡出不合理</translation>
    </message>
    <message>
        <source>a take goes from {0} to {1} s, and cannot be cut to {2} to {3} s</source>
        <translation>录制片段从 {0} 到 {1} 秒，不能裁切为 {2} 到 {3} 秒</translation>
    </message>
    <message>
        <source>a timeline has {0} takes and {1} curves</source>
        <translation>时间轴有 {0} 个录制片段和 {1} 条曲线</translation>
    </message>
    <message>
        <source>a film cannot go from {0} to {1} s</source>
        <translation>影片不能从 {0} 到 {1} 秒</translation>
    </message>
    <message>
        <source>a film of {0} s cannot have {1} frames a second</source>
        <translation>{0} 秒的影片不能是每秒 {1} 帧</translation>
    </message>
    <message>
        <source>a timeline is asked for a time that is not a finite number</source>
        <translation>向时间轴询问的时间不是有限数</translation>
    </message>
    <message>
        <source>the timeline needs the take {0}, which is not there</source>
        <translation>时间轴需要录制片段 {0}，但它不存在</translation>
    </message>
    <message>
        <source>the timeline is of version {0}; this Facewright knows {1}</source>
        <translation>时间轴是版本 {0}；这个 Facewright 认识 {1}</translation>
    </message>
    <message>
        <source>open it with a newer Facewright</source>
        <translation>请用更新版本的 Facewright 打开</translation>
    </message>
    <message>
        <source>a timeline of version {0} never was</source>
        <translation>从来没有版本 {0} 的时间轴</translation>
    </message>
    <message>
        <source>the timeline is damaged: {0}</source>
        <translation>时间轴已损坏：{0}</translation>
    </message>
    <message>
        <source>the channels of a track are not names, or more than {0}</source>
        <translation>轨道的通道不是名称，或多于 {0} 个</translation>
    </message>
    <message>
        <source>the channel {0} stands twice in a track</source>
        <translation>通道 {0} 在轨道中出现了两次</translation>
    </message>
    <message>
        <source>a track of {0} channels has times {1} and values {2}</source>
        <translation>有 {0} 个通道的轨道，时间是 {1}，值是 {2}</translation>
    </message>
    <message>
        <source>the times of a track do not go forward, or its values are not finite</source>
        <translation>轨道的时间没有一直向前，或其值不是有限数</translation>
    </message>
    <message>
        <source>a track is asked for a time that is not a finite number</source>
        <translation>向轨道询问的时间不是有限数</translation>
    </message>
    <message>
        <source>a track cannot be sampled {0} times a second</source>
        <translation>轨道不能每秒采样 {0} 次</translation>
    </message>
    <message>
        <source>nothing of the track lies from {0} to {1} s</source>
        <translation>轨道在 {0} 到 {1} 秒之间没有内容</translation>
    </message>
    <message>
        <source>it goes from {0} to {1} s</source>
        <translation>它从 {0} 到 {1} 秒</translation>
    </message>
    <message>
        <source>a track holds something that is not a number</source>
        <translation>轨道含有不是数值的内容</translation>
    </message>
    <message>
        <source>the track has no channel {0}</source>
        <translation>轨道没有通道 {0}</translation>
    </message>
    <message>
        <source>the model {0} in {1} could not be loaded</source>
        <translation>无法加载 {1} 中的模型 {0}</translation>
    </message>
    <message>
        <source>{0} is not the face parsing network: {1} tensors, expected {2}</source>
        <translation>{0} 不是人脸分割网络：有 {1} 个张量，应有 {2} 个</translation>
    </message>
    <message>
        <source>{0} is not the face parsing network: {1}</source>
        <translation>{0} 不是人脸分割网络：{1}</translation>
    </message>
    <message>
        <source>close other programs, or draw on the processor ({0}=cpu)</source>
        <translation>请关闭其他程序，或改用处理器绘制（{0}=cpu）</translation>
    </message>
    <message>
        <source>unknown device {0}</source>
        <translation>未知的设备 {0}</translation>
    </message>
    <message>
        <source>there is no {0} device here</source>
        <translation>这里没有 {0} 设备</translation>
    </message>
    <message>
        <source>this machine has {0}</source>
        <translation>这台电脑有 {0}</translation>
    </message>
    <message>
        <source>{0} is not a face parsing network</source>
        <translation>{0} 不是人脸分割网络</translation>
    </message>
    <message>
        <source>{0} is not a face parsing network, or is damaged: {1}</source>
        <translation>{0} 不是人脸分割网络，或已损坏：{1}</translation>
    </message>
    <message>
        <source>{0}: is no network as dlib writes them, or damaged: {1}</source>
        <translation>{0}：不是 dlib 写出的网络，或已损坏：{1}</translation>
    </message>
    <message>
        <source>layers that are not known</source>
        <translation>含有未知的层</translation>
    </message>
    <message>
        <source>no whole number at byte {0}</source>
        <translation>第 {0} 字节处不是整数</translation>
    </message>
    <message>
        <source>no real number at byte {0}</source>
        <translation>第 {0} 字节处不是实数</translation>
    </message>
    <message>
        <source>no text at byte {0}</source>
        <translation>第 {0} 字节处不是文本</translation>
    </message>
    <message>
        <source>{0} instead of {1} at byte {2}</source>
        <translation>第 {2} 字节处是 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>a number that is not finite before byte {0}</source>
        <translation>第 {0} 字节之前有不是有限数的值</translation>
    </message>
    <message>
        <source>no flags at byte {0}</source>
        <translation>第 {0} 字节处没有标志</translation>
    </message>
    <message>
        <source>{0} bytes too many</source>
        <translation>多出 {0} 字节</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>过早结束</translation>
    </message>
    <message>
        <source>a mean of {0}</source>
        <translation>均值为 {0}</translation>
    </message>
    <message>
        <source>{0} is no LPIPS network, or is damaged: {1}</source>
        <translation>{0} 不是 LPIPS 网络，或已损坏：{1}</translation>
    </message>
    <message>
        <source>{0} is no LPIPS network</source>
        <translation>{0} 不是 LPIPS 网络</translation>
    </message>
    <message>
        <source>memory was short: what was not in use was let go of</source>
        <translation>内存不足：已释放未使用的内容</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>正在查找人脸</translation>
    </message>
    <message>
        <source>save it with 8 or 16 bits a channel in gray or RGB</source>
        <translation>请以每通道 8 位或 16 位的灰度或 RGB 保存</translation>
    </message>
    <message>
        <source>the identity model in {0} could not be loaded</source>
        <translation>无法加载 {0} 中的身份模型</translation>
    </message>
    <message>
        <source>the photo&apos;s colour profile can be shown but not written into</source>
        <translation>这张照片的颜色配置文件可以显示，但不能写入</translation>
    </message>
    <message>
        <source>convert the photo to sRGB first</source>
        <translation>请先把照片转换为 sRGB</translation>
    </message>
    <message>
        <source>the face model {0} could not be loaded</source>
        <translation>无法加载人脸模型 {0}</translation>
    </message>
    <message>
        <source>there is no face {0}</source>
        <translation>没有第 {0} 张脸</translation>
    </message>
    <message>
        <source>the picture has faces 0 to {0}</source>
        <translation>图片中有第 0 到 {0} 张脸</translation>
    </message>
    <message>
        <source>a measurement is not a finite number</source>
        <translation>一项测量不是有限数</translation>
    </message>
    <message>
        <source>{0}: no face found</source>
        <translation>{0}：没有找到人脸</translation>
    </message>
    <message>
        <source>picture: no face found</source>
        <translation>图片：没有找到人脸</translation>
    </message>
    <message>
        <source>{0}: the photo is {1} and cannot be copied under that ending</source>
        <translation>{0}：照片是 {1}，不能以该扩展名复制</translation>
    </message>
    <message>
        <source>a picture of {0} x {1} pixels cannot be written as {2}</source>
        <translation>{0} x {1} 像素的图片不能写成 {2}</translation>
    </message>
    <message>
        <source>use PNG or TIFF</source>
        <translation>请使用 PNG 或 TIFF</translation>
    </message>
    <message>
        <source>counting: {0} of {1}</source>
        <translation>计数：第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>a child process ended by itself (exit code {0})</source>
        <translation>一个子进程自行结束（退出代码 {0}）</translation>
    </message>
    <message>
        <source>often there is not enough memory: close other programs</source>
        <translation>通常是内存不足：请关闭其他程序</translation>
    </message>
    <message>
        <source>a child process said something that cannot be read</source>
        <translation>一个子进程发来的内容无法读取</translation>
    </message>
    <message>
        <source>a child process could not be started: {0}</source>
        <translation>无法启动子进程：{0}</translation>
    </message>
    <message>
        <source>there is no task {0} for a child process</source>
        <translation>子进程没有任务 {0}</translation>
    </message>
    <message>
        <source>a child process failed: {0}</source>
        <translation>一个子进程失败：{0}</translation>
    </message>
    <message>
        <source>use processes of this machine</source>
        <translation>改用本机的进程</translation>
    </message>
    <message>
        <source>the program and the models must be installed on all its machines; what was done is kept</source>
        <translation>所有机器上都必须装有本程序和模型；已完成的内容会保留</translation>
    </message>
    <message>
        <source>a cluster needs Ray, which is not installed</source>
        <translation>集群需要 Ray，但尚未安装</translation>
    </message>
    <message>
        <source>a child process was asked something that cannot be read</source>
        <translation>发给子进程的请求无法读取</translation>
    </message>
    <message>
        <source>often there is not enough memory: use fewer processes</source>
        <translation>通常是内存不足：请减少进程数</translation>
    </message>
    <message>
        <source>a worker process failed: {0}</source>
        <translation>工作进程失败：{0}</translation>
    </message>
    <message>
        <source>a worker process ended by itself (exit code {0})</source>
        <translation>工作进程自行结束（退出代码 {0}）</translation>
    </message>
    <message>
        <source>the program {0} could not be started: {1}</source>
        <translation>无法启动程序 {0}：{1}</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>{0}: holds a training with other settings</source>
        <translation>{0}：其中的训练使用了其他设置</translation>
    </message>
    <message>
        <source>choose another folder, or remove this one</source>
        <translation>请选择其他文件夹，或删除此文件夹</translation>
    </message>
    <message>
        <source>step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>waiting until the training before has stopped</source>
        <translation>正在等待上一次训练停止</translation>
    </message>
    <message>
        <source>there is nothing called {0} to set on a face</source>
        <translation>人脸上没有可以设置的 {0}</translation>
    </message>
    <message>
        <source>{0}: {1} is not text</source>
        <translation>{0}：{1} 不是文本</translation>
    </message>
    <message>
        <source>{0}: the project is larger than any that can be read again; nothing was saved</source>
        <translation>{0}：项目大到无法再读取；没有保存任何内容</translation>
    </message>
    <message>
        <source>{0}: the project does not read back as written; nothing was saved</source>
        <translation>{0}：读回的项目与写入的不同；没有保存任何内容</translation>
    </message>
    <message>
        <source>the project holds a value that no file can keep</source>
        <translation>项目中有一个任何文件都无法保存的值</translation>
    </message>
    <message>
        <source>its description holds what no project does</source>
        <translation>它的描述含有项目中不会有的内容</translation>
    </message>
    <message>
        <source>{0}: in use by another Facewright</source>
        <translation>{0}：正被另一个 Facewright 使用</translation>
    </message>
    <message>
        <source>the project lacks {0}, which a face needs</source>
        <translation>项目缺少人脸所需的 {0}</translation>
    </message>
    <message>
        <source>{0}: a damaged timeline</source>
        <translation>{0}：时间轴已损坏</translation>
    </message>
    <message>
        <source>{0}: is not the take it was saved with</source>
        <translation>{0}：不是当初保存的录制片段</translation>
    </message>
    <message>
        <source>unknown blendshape weight {0}</source>
        <translation>未知的混合变形权重 {0}</translation>
    </message>
    <message>
        <source>a deformation has {0} weights, not {1}</source>
        <translation>变形有 {0} 个权重，而不是 {1} 个</translation>
    </message>
    <message>
        <source>a deformation holds a value that is not a finite number</source>
        <translation>变形含有不是有限数的值</translation>
    </message>
    <message>
        <source>the landmarks of a key make no face</source>
        <translation>一个关键表情的关键点构不成人脸</translation>
    </message>
    <message>
        <source>there is no key {0}</source>
        <translation>没有关键表情 {0}</translation>
    </message>
    <message>
        <source>the {0} key is no pair of square colour pictures of one size</source>
        <translation>关键表情“{0}”不是一对同尺寸的正方形彩色图片</translation>
    </message>
    <message>
        <source>the landmarks of the {0} key are unusable</source>
        <translation>关键表情“{0}”的关键点无法使用</translation>
    </message>
    <message>
        <source>the blendshapes of the {0} key are unusable</source>
        <translation>关键表情“{0}”的混合变形无法使用</translation>
    </message>
    <message>
        <source>there is no key to blend in</source>
        <translation>没有可融合的关键表情</translation>
    </message>
    <message>
        <source>looking up the photo on the head</source>
        <translation>在头部模型上查照片</translation>
    </message>
    <message>
        <source>looking at the photo&apos;s skin</source>
        <translation>查看照片的皮肤</translation>
    </message>
    <message>
        <source>laying on the {0} key</source>
        <translation>贴上关键表情：{0}</translation>
    </message>
    <message>
        <source>matching the {0} key&apos;s colours</source>
        <translation>匹配关键表情的颜色：{0}</translation>
    </message>
    <message>
        <source>completing the key&apos;s teeth</source>
        <translation>补全关键表情的牙齿</translation>
    </message>
    <message>
        <source>shaping the {0} key&apos;s mouth</source>
        <translation>塑造关键表情的嘴：{0}</translation>
    </message>
    <message>
        <source>the face&apos;s crop must be a square colour picture</source>
        <translation>人脸的裁切必须是正方形彩色图片</translation>
    </message>
    <message>
        <source>the landmarks of this face are unusable</source>
        <translation>这张脸的关键点无法使用</translation>
    </message>
    <message>
        <source>outlining eyes and lips</source>
        <translation>勾勒眼睛与嘴唇</translation>
    </message>
    <message>
        <source>laying the photo on the head</source>
        <translation>把照片贴到头部</translation>
    </message>
    <message>
        <source>completing the eyes</source>
        <translation>补全眼睛</translation>
    </message>
    <message>
        <source>completing the mouth</source>
        <translation>补全口腔</translation>
    </message>
    <message>
        <source>reading the skin</source>
        <translation>分析皮肤</translation>
    </message>
    <message>
        <source>a person&apos;s pictures must all have the same depth</source>
        <translation>同一个人的所有图片必须具有相同的位深</translation>
    </message>
    <message>
        <source>{0}: made by a newer Facewright (rig version {1})</source>
        <translation>{0}：由更新版本的 Facewright 创建（绑定版本 {1}）</translation>
    </message>
    <message>
        <source>{0}: unknown role shape {1}</source>
        <translation>{0}：未知的角色体型 {1}</translation>
    </message>
    <message>
        <source>{0}: has no values</source>
        <translation>{0}：没有值</translation>
    </message>
    <message>
        <source>{0}: not a sensible number</source>
        <translation>{0}：不是合理的数值</translation>
    </message>
    <message>
        <source>{0}: not a rig file: {1}</source>
        <translation>{0}：不是绑定文件：{1}</translation>
    </message>
    <message>
        <source>{0}: {1} has no value {2}</source>
        <translation>{0}：{1} 没有值 {2}</translation>
    </message>
    <message>
        <source>{0}: OBJ files end in .obj</source>
        <translation>{0}：OBJ 文件以 .obj 结尾</translation>
    </message>
    <message>
        <source>{0}: not an OBJ mesh, or damaged</source>
        <translation>{0}：不是 OBJ 网格，或已损坏</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} 字节</translation>
    </message>
    <message>
        <source>{0} cannot be read back: {1}</source>
        <translation>无法读回 {0}：{1}</translation>
    </message>
    <message>
        <source>{0} has no value {1}</source>
        <translation>{0} 没有值 {1}</translation>
    </message>
    <message>
        <source>unknown rig schema {0}</source>
        <translation>未知的绑定规格 {0}</translation>
    </message>
    <message>
        <source>{0} has no role shape {1}</source>
        <translation>{0} 没有角色体型 {1}</translation>
    </message>
    <message>
        <source>values of the rig {0} given where {1} is needed</source>
        <translation>给出的是绑定 {0} 的值，而需要 {1} 的</translation>
    </message>
    <message>
        <source>{0} has {1} values, not {2}</source>
        <translation>{0} 有 {1} 个值，而不是 {2} 个</translation>
    </message>
    <message>
        <source>rig values must be finite numbers</source>
        <translation>绑定的值必须是有限数</translation>
    </message>
    <message>
        <source>unknown role shape {0}</source>
        <translation>未知的角色体型 {0}</translation>
    </message>
    <message>
        <source>rig values must be numbers</source>
        <translation>绑定的值必须是数值</translation>
    </message>
    <message>
        <source>strength {0} is outside 0 to 2</source>
        <translation>强度 {0} 超出 0 到 2 的范围</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Reset {0}</source>
        <translation>重置{0}</translation>
    </message>
    <message>
        <source>The work could not be kept for recovery.</source>
        <translation>无法保存用于恢复的内容。</translation>
    </message>
    <message>
        <source>Expression of {0}</source>
        <translation>{0} 的表情</translation>
    </message>
    <message>
        <source>Something went wrong inside the engine: {0}</source>
        <translation>引擎内部出了问题：{0}</translation>
    </message>
    <message>
        <source>Your work is kept. Details are in the report.</source>
        <translation>您的工作已保留。详情见报告。</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>内存不足，无法完成。</translation>
    </message>
    <message>
        <source>Close other programs or use a smaller picture.</source>
        <translation>请关闭其他程序，或使用较小的图片。</translation>
    </message>
    <message>
        <source>the editor did not draw within a minute</source>
        <translation>编辑器没有在一分钟内完成绘制</translation>
    </message>
    <message>
        <source>the mirror of {0} is not there, or is not its mirror</source>
        <translation>{0} 的镜像值不存在，或不以它为镜像</translation>
    </message>
    <message>
        <source>A step up or down, once the pointer rests there</source>
        <translation>指针停在数字上后，增大或减小一步</translation>
    </message>
    <message>
        <source>A step, over the slider; with Shift a fine one, with Ctrl a whole one</source>
        <translation>在滑块上变化一步；按住 Shift 为微调，按住 Ctrl 为整步</translation>
    </message>
    <message>
        <source>Fit to photo</source>
        <translation>拟合照片</translation>
    </message>
    <message>
        <source>Randomise</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Lock {0}</source>
        <translation>锁定{0}</translation>
    </message>
    <message>
        <source>Unlock {0}</source>
        <translation>解锁{0}</translation>
    </message>
    <message>
        <source>Preset amount</source>
        <translation>预设强度</translation>
    </message>
    <message>
        <source>Role shape</source>
        <translation>角色体型</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>左右互换</translation>
    </message>
    <message>
        <source>Import {0}</source>
        <translation>导入 {0}</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>出现了不该发生的问题。</translation>
    </message>
    <message>
        <source>Your work has been kept. Save it under a new name and start again.</source>
        <translation>您的工作已保留。请以新名称保存并重新启动。</translation>
    </message>
    <message>
        <source>getting ready to draw</source>
        <translation>准备绘制</translation>
    </message>
    <message>
        <source>shaping lids and lips</source>
        <translation>塑造眼睑与嘴唇</translation>
    </message>
    <message>
        <source>keeping lips and lids apart</source>
        <translation>分离嘴唇与眼睑</translation>
    </message>
    <message>
        <source>{0} is a folder, not a picture</source>
        <translation>{0} 是文件夹，不是图片</translation>
    </message>
    <message>
        <source>{0} is not an ordinary file</source>
        <translation>{0} 不是普通文件</translation>
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
        <translation>每边最多 {0} 像素，共 {1} 百万像素</translation>
    </message>
    <message>
        <source>{0} is too large for this machine&apos;s memory</source>
        <translation>{0} 太大，这台电脑的内存不够</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} 是空的</translation>
    </message>
    <message>
        <source>{0} has no pixels</source>
        <translation>{0} 没有像素</translation>
    </message>
    <message>
        <source>{0} is damaged and cannot be read</source>
        <translation>{0} 已损坏，无法读取</translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read</source>
        <translation>{0} 不是可读取的图片</translation>
    </message>
    <message>
        <source>there is no file {0}</source>
        <translation>文件 {0} 不存在</translation>
    </message>
    <message>
        <source>cannot read {0}: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
    <message>
        <source>no face was found in the picture</source>
        <translation>图片中没有找到人脸</translation>
    </message>
    <message>
        <source>use a sharper or larger picture of the face, or turn it the right way up</source>
        <translation>请使用人脸更清晰或更大的图片，或把图片转正</translation>
    </message>
    <message>
        <source>open a photo in which the face is clearer</source>
        <translation>请打开一张人脸更清楚的照片</translation>
    </message>
    <message>
        <source>that photo is no longer open</source>
        <translation>那张照片已经关闭</translation>
    </message>
    <message>
        <source>open it again</source>
        <translation>请重新打开</translation>
    </message>
    <message>
        <source>{0}: cannot be read: {1}</source>
        <translation>{0}：无法读取：{1}</translation>
    </message>
    <message>
        <source>{0}: cannot be written: {1}</source>
        <translation>{0}：无法写入：{1}</translation>
    </message>
    <message>
        <source>{0}: is a folder, not a file name</source>
        <translation>{0}：这是文件夹，不是文件名</translation>
    </message>
    <message>
        <source>{0}: cannot write a picture of the kind {1}</source>
        <translation>{0}：无法写入 {1} 类型的图片</translation>
    </message>
    <message>
        <source>choose another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>{0} was changed by another program since it was opened</source>
        <translation>{0} 打开后被其他程序修改过</translation>
    </message>
    <message>
        <source>{0}: not a Facewright project</source>
        <translation>{0}：不是 Facewright 项目</translation>
    </message>
    <message>
        <source>{0}: a damaged project: {1}</source>
        <translation>{0}：项目已损坏：{1}</translation>
    </message>
    <message>
        <source>{0}: made by a newer Facewright (project version {1}; this one reads {2})</source>
        <translation>{0}：由更新版本的 Facewright 创建（项目版本 {1}；本版本可读 {2}）</translation>
    </message>
    <message>
        <source>update Facewright to open it</source>
        <translation>请更新 Facewright 后再打开</translation>
    </message>
    <message>
        <source>update Facewright</source>
        <translation>请更新 Facewright</translation>
    </message>
    <message>
        <source>{0}: damaged, or not what its name says</source>
        <translation>{0}：已损坏，或与其名称不符</translation>
    </message>
    <message>
        <source>{0}: a preset of this name comes with Facewright</source>
        <translation>{0}：Facewright 自带同名预设</translation>
    </message>
    <message>
        <source>{0}: there is a preset of this name already</source>
        <translation>{0}：已有同名预设</translation>
    </message>
    <message>
        <source>it has no version</source>
        <translation>它没有版本号</translation>
    </message>
    <message>
        <source>the photo is missing</source>
        <translation>缺少照片</translation>
    </message>
    <message>
        <source>the photo is not the one it was saved with</source>
        <translation>照片不是当初保存的那一张</translation>
    </message>
    <message>
        <source>{0}: a damaged project: its description cannot be read</source>
        <translation>{0}：项目已损坏：无法读取其描述</translation>
    </message>
    <message>
        <source>{0} · {1}</source>
        <translation>{0} · {1}</translation>
    </message>
    <message>
        <source>the preset {0}: {1}</source>
        <translation>预设 {0}：{1}</translation>
    </message>
    <message>
        <source>{0}: {1}, read back; {2} keeps colours only nearly</source>
        <translation>{0}：{1}，已读回；{2} 只能近似保留颜色</translation>
    </message>
    <message>
        <source>{0}: the photo&apos;s own bytes, nothing was changed</source>
        <translation>{0}：照片原本的字节，没有任何改动</translation>
    </message>
    <message>
        <source>{0}: {1}, read back and found the same</source>
        <translation>{0}：{1}，已读回并确认一致</translation>
    </message>
    <message>
        <source>{0} came back in another size</source>
        <translation>{0} 读回时尺寸不同</translation>
    </message>
    <message>
        <source>the disk may be failing; write it somewhere else</source>
        <translation>磁盘可能有故障；请写到别处</translation>
    </message>
    <message>
        <source>{0} came back with other pixels</source>
        <translation>{0} 读回时像素不同</translation>
    </message>
    <message>
        <source>the disk may be failing; write it elsewhere</source>
        <translation>磁盘可能有故障；请写到别处</translation>
    </message>
    <message>
        <source>{0}: a record&apos;s name must end with the role shape 3 or 4</source>
        <translation>{0}：记录的名称必须以角色体型 3 或 4 结尾</translation>
    </message>
    <message>
        <source>a database needs {0} finite values for each of its {1} names</source>
        <translation>数据库需要为 {1} 个名称各提供 {0} 个有限的值</translation>
    </message>
    <message>
        <source>{0}: too short for a database</source>
        <translation>{0}：太短，不是数据库</translation>
    </message>
    <message>
        <source>{0}: promises {1} records, which it cannot hold</source>
        <translation>{0}：声称有 {1} 条记录，但容不下</translation>
    </message>
    <message>
        <source>{0} bytes after the last record</source>
        <translation>最后一条记录之后还有 {0} 字节</translation>
    </message>
    <message>
        <source>{0}...: the name is too long for a database</source>
        <translation>{0}...：名称对数据库来说太长</translation>
    </message>
    <message>
        <source>it is cut short or foreign</source>
        <translation>文件不完整，或属于其他程序</translation>
    </message>
    <message>
        <source>{0}: record {1} holds values that are not finite numbers</source>
        <translation>{0}：记录 {1} 含有不是有限数的值</translation>
    </message>
    <message>
        <source>a lenient reader takes what is whole</source>
        <translation>宽松读取会取用完好的部分</translation>
    </message>
    <message>
        <source>{0}: the file does not read back as written</source>
        <translation>{0}：读回的文件与写入的不同</translation>
    </message>
    <message>
        <source>cut short in record {0} of {1}</source>
        <translation>在第 {0} 条记录处中断，共 {1} 条</translation>
    </message>
    <message>
        <source>{0}: record {1} has no readable name</source>
        <translation>{0}：记录 {1} 的名称无法读取</translation>
    </message>
    <message>
        <source>damaged or foreign</source>
        <translation>已损坏，或属于其他程序</translation>
    </message>
    <message>
        <source>{0}: not a .bytes rig file</source>
        <translation>{0}：不是 .bytes 绑定文件</translation>
    </message>
    <message>
        <source>{0}: unknown rig schema {1}</source>
        <translation>{0}：未知的绑定规格 {1}</translation>
    </message>
    <message>
        <source>{0}: written for another version of the rig schema {1}</source>
        <translation>{0}：为绑定规格 {1} 的另一个版本写入</translation>
    </message>
    <message>
        <source>{0}: the rig file is damaged or cut short</source>
        <translation>{0}：绑定文件已损坏或不完整</translation>
    </message>
    <message>
        <source>{0}: holds values that are not finite numbers</source>
        <translation>{0}：含有不是有限数的值</translation>
    </message>
    <message>
        <source>{0}: a rig file without a version</source>
        <translation>{0}：绑定文件没有版本号</translation>
    </message>
    <message>
        <source>male or female</source>
        <translation>男性或女性</translation>
    </message>
    <message>
        <source>{0}: glTF files end in .glb or .gltf</source>
        <translation>{0}：glTF 文件以 .glb 或 .gltf 结尾</translation>
    </message>
    <message>
        <source>{0}: not a glTF head, or damaged</source>
        <translation>{0}：不是 glTF 头部，或已损坏</translation>
    </message>
    <message>
        <source>{0}: not a rig file</source>
        <translation>{0}：不是绑定文件</translation>
    </message>
    <message>
        <source>the model {0} is not on this machine, and downloads are switched off</source>
        <translation>这台电脑上没有模型 {0}，并且下载已关闭</translation>
    </message>
    <message>
        <source>{0} could not be downloaded: {1}</source>
        <translation>无法下载 {0}：{1}</translation>
    </message>
    <message>
        <source>check the network</source>
        <translation>请检查网络</translation>
    </message>
    <message>
        <source>cannot write to {0}: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>there is no file or folder {0}</source>
        <translation>文件或文件夹 {0} 不存在</translation>
    </message>
    <message>
        <source>{0} holds no file of the model {1}</source>
        <translation>{0} 中没有模型 {1} 的文件</translation>
    </message>
    <message>
        <source>files are known by their sha256; another version of the model will not do</source>
        <translation>文件按 sha256 识别；模型的其他版本不可用</translation>
    </message>
    <message>
        <source>the graphics card has not enough memory for that</source>
        <translation>显卡的显存不够</translation>
    </message>
    <message>
        <source>this machine has not enough memory for that</source>
        <translation>这台电脑的内存不够</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>请关闭其他程序</translation>
    </message>
    <message>
        <source>the licence of {0} does not allow commercial use: {1}</source>
        <translation>{0} 的许可不允许商业使用：{1}</translation>
    </message>
    <message>
        <source>the face has not been looked for in the generator yet</source>
        <translation>尚未在生成器中查找这张脸</translation>
    </message>
    <message>
        <source>the search for the face lost its way</source>
        <translation>查找这张脸时迷失了方向</translation>
    </message>
    <message>
        <source>try another picture of the person</source>
        <translation>请换一张这个人的照片</translation>
    </message>
    <message>
        <source>no face is seen in what the generator draws</source>
        <translation>在生成器画出的图里看不到人脸</translation>
    </message>
    <message>
        <source>look for the face again, in full</source>
        <translation>请细化这张脸后再试</translation>
    </message>
    <message>
        <source>the generator draws no face any more</source>
        <translation>生成器画出的已不是人脸</translation>
    </message>
    <message>
        <source>ask for less</source>
        <translation>请减小数值</translation>
    </message>
    <message>
        <source>{0}: {1} of what was asked</source>
        <translation>{0}：达到要求的 {1}</translation>
    </message>
    <message>
        <source>the face has moved away from the person (identity distance {0})</source>
        <translation>已不太像本人（身份距离 {0}）</translation>
    </message>
    <message>
        <source>whether it is still the same person could not be measured</source>
        <translation>无法测量是否仍是同一个人</translation>
    </message>
    <message>
        <source>it became another face (identity distance {0}, at most {1})</source>
        <translation>变成了另一张脸（身份距离 {0}，最多 {1}）</translation>
    </message>
    <message>
        <source>it shows somebody else (identity distance {0})</source>
        <translation>画出的是别人（身份距离 {0}）</translation>
    </message>
    <message>
        <source>only {0} of it could be drawn</source>
        <translation>只能画出 {0}</translation>
    </message>
    <message>
        <source>no face is seen in it</source>
        <translation>其中看不到人脸</translation>
    </message>
    <message>
        <source>the photo shows it already</source>
        <translation>照片本来就是这样</translation>
    </message>
    <message>
        <source>the head turned</source>
        <translation>头转动了</translation>
    </message>
    <message>
        <source>its eyes did not close</source>
        <translation>眼睛没有闭上</translation>
    </message>
    <message>
        <source>it does not smile</source>
        <translation>没有微笑</translation>
    </message>
    <message>
        <source>its smile shows no teeth</source>
        <translation>微笑没有露出牙齿</translation>
    </message>
    <message>
        <source>it still smiles</source>
        <translation>仍在微笑</translation>
    </message>
    <message>
        <source>its mouth stayed open</source>
        <translation>嘴仍张着</translation>
    </message>
    <message>
        <source>looking for the face: step {0} of {1}</source>
        <translation>查找这张脸：第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>drawing the {0} key</source>
        <translation>绘制关键表情：{0}</translation>
    </message>
    <message>
        <source>Latent: {0}</source>
        <translation>潜空间：{0}</translation>
    </message>
    <message>
        <source>what is asked for does not come</source>
        <translation>要求的效果不出现</translation>
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
        <translation>连带{0}</translation>
    </message>
</context>
<context>
    <name>exporters</name>
    <message>
        <source>.bytes for the game&apos;s own tools</source>
        <translation>.bytes，供游戏自带工具使用</translation>
    </message>
    <message>
        <source>JSON with names</source>
        <translation>JSON，带名称</translation>
    </message>
    <message>
        <source>glTF, one file (.glb), with 52 ARKit morph targets</source>
        <translation>glTF 单文件（.glb），含 52 个 ARKit 变形目标</translation>
    </message>
    <message>
        <source>glTF, text (.gltf)</source>
        <translation>glTF 文本（.gltf）</translation>
    </message>
    <message>
        <source>VRM 1.0, with 52 expressions (.vrm)</source>
        <translation>VRM 1.0，含 52 个表情（.vrm）</translation>
    </message>
    <message>
        <source>OBJ, without morph targets (.obj)</source>
        <translation>OBJ，不含变形目标（.obj）</translation>
    </message>
    <message>
        <source>Unity script that reads the .bytes (.cs)</source>
        <translation>读取 .bytes 的 Unity 脚本（.cs）</translation>
    </message>
    <message>
        <source>List of the shapes&apos; names (.arkit.json)</source>
        <translation>形状名称列表（.arkit.json）</translation>
    </message>
    <message>
        <source>Live Link Face recording (.csv)</source>
        <translation>Live Link Face 录制（.csv）</translation>
    </message>
    <message>
        <source>VRM animation (.vrma)</source>
        <translation>VRM 动画（.vrma）</translation>
    </message>
    <message>
        <source>Unity animation clip (.anim)</source>
        <translation>Unity 动画片段（.anim）</translation>
    </message>
    <message>
        <source>Audio2Face weights (.a2f.json)</source>
        <translation>Audio2Face 权重（.a2f.json）</translation>
    </message>
    <message>
        <source>Unreal curve table for MetaHuman (.metahuman.csv)</source>
        <translation>MetaHuman 的 Unreal 曲线表（.metahuman.csv）</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>closed-eyes</source>
        <translation>闭眼</translation>
    </message>
    <message>
        <source>smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>平静</translation>
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
        <translation>VMC，VRM 1 的预设</translation>
    </message>
    <message>
        <source>VMC with the presets of VRM 0</source>
        <translation>VMC，VRM 0 的预设</translation>
    </message>
    <message>
        <source>VTube Studio, as a phone</source>
        <translation>VTube Studio，作为手机</translation>
    </message>
    <message>
        <source>face-nn tools</source>
        <translation>face-nn 工具</translation>
    </message>
    <message>
        <source>VTube Studio, as a plugin</source>
        <translation>VTube Studio（作为插件）</translation>
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
        <translation>脸宽</translation>
    </message>
    <message>
        <source>mouth width</source>
        <translation>嘴宽</translation>
    </message>
    <message>
        <source>nose length</source>
        <translation>鼻长</translation>
    </message>
    <message>
        <source>nose width</source>
        <translation>鼻宽</translation>
    </message>
    <message>
        <source>roll</source>
        <translation>歪头</translation>
    </message>
    <message>
        <source>raised inner brows</source>
        <translation>内眉上扬</translation>
    </message>
    <message>
        <source>widened eyes</source>
        <translation>睁大眼睛</translation>
    </message>
    <message>
        <source>shutting of the eyes</source>
        <translation>闭眼</translation>
    </message>
    <message>
        <source>squint</source>
        <translation>眯眼</translation>
    </message>
    <message>
        <source>mouth open</source>
        <translation>张嘴程度</translation>
    </message>
    <message>
        <source>eyes open</source>
        <translation>睁眼程度</translation>
    </message>
    <message>
        <source>brows up</source>
        <translation>扬眉</translation>
    </message>
    <message>
        <source>brows down</source>
        <translation>皱眉</translation>
    </message>
    <message>
        <source>yaw</source>
        <translation>转头</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>点头</translation>
    </message>
    <message>
        <source>gaze left</source>
        <translation>视线向左</translation>
    </message>
    <message>
        <source>jaw width</source>
        <translation>下颌宽度</translation>
    </message>
    <message>
        <source>lips full</source>
        <translation>嘴唇丰满</translation>
    </message>
    <message>
        <source>skin light</source>
        <translation>肤色明暗</translation>
    </message>
    <message>
        <source>skin warm</source>
        <translation>肤色冷暖</translation>
    </message>
    <message>
        <source>hair light</source>
        <translation>发色明暗</translation>
    </message>
    <message>
        <source>lips red</source>
        <translation>唇色</translation>
    </message>
    <message>
        <source>light from left</source>
        <translation>左侧光</translation>
    </message>
    <message>
        <source>background light</source>
        <translation>背景明暗</translation>
    </message>
    <message>
        <source>glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>hair length</source>
        <translation>头发长度</translation>
    </message>
    <message>
        <source>hair volume</source>
        <translation>头发蓬松度</translation>
    </message>
    <message>
        <source>fringe</source>
        <translation>刘海</translation>
    </message>
    <message>
        <source>hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>earrings</source>
        <translation>耳环</translation>
    </message>
    <message>
        <source>hair warm</source>
        <translation>发色金黄</translation>
    </message>
    <message>
        <source>hair red</source>
        <translation>发色红</translation>
    </message>
    <message>
        <source>hair gray</source>
        <translation>发色灰白</translation>
    </message>
    <message>
        <source>beard</source>
        <translation>胡须</translation>
    </message>
    <message>
        <source>age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>masculine</source>
        <translation>偏男性</translation>
    </message>
    <message>
        <source>wrinkled nose</source>
        <translation>皱鼻</translation>
    </message>
    <message>
        <source>dimples</source>
        <translation>酒窝</translation>
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
        <translation>视线向左</translation>
    </message>
    <message>
        <source>gaze up</source>
        <translation>视线向上</translation>
    </message>
    <message>
        <source>turn to their left</source>
        <translation>向左转头</translation>
    </message>
    <message>
        <source>looking up</source>
        <translation>抬头</translation>
    </message>
    <message>
        <source>opened eyes</source>
        <translation>眼睛睁开</translation>
    </message>
    <message>
        <source>opened mouth</source>
        <translation>嘴张开</translation>
    </message>
    <message>
        <source>width of the mouth</source>
        <translation>嘴宽</translation>
    </message>
    <message>
        <source>width of the face</source>
        <translation>脸宽</translation>
    </message>
    <message>
        <source>raised cheeks</source>
        <translation>脸颊上提</translation>
    </message>
    <message>
        <source>raised outer brows</source>
        <translation>外眉上扬</translation>
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
        <translation>上唇内卷</translation>
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
        <translation>下唇内卷</translation>
    </message>
    <message>
        <source>pushed upper lip</source>
        <translation>上唇上顶</translation>
    </message>
    <message>
        <source>raised chin</source>
        <translation>下巴上抬</translation>
    </message>
    <message>
        <source>pucker</source>
        <translation>撅嘴</translation>
    </message>
    <message>
        <source>funnelled lips</source>
        <translation>圆唇</translation>
    </message>
    <message>
        <source>dropped jaw</source>
        <translation>张嘴</translation>
    </message>
    <message>
        <source>frown</source>
        <translation>皱眉</translation>
    </message>
    <message>
        <source>lips closed over the jaw</source>
        <translation>张颌闭唇</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>finds faces: 478 landmarks, 52 blendshapes, head pose</source>
        <translation>检测人脸：478 个关键点、52 个混合变形、头部姿态</translation>
    </message>
    <message>
        <source>tells whether two faces are one person: a vector of 128 numbers, and the 5 landmarks to align by</source>
        <translation>判断两张脸是否同一个人：128 维向量，以及用于对齐的 5 个关键点</translation>
    </message>
    <message>
        <source>draws faces of 1024 pixels from latent vectors (distilled from StyleGAN2-FFHQ, OpenVINO IR)</source>
        <translation>由潜在向量生成 1024 像素人脸（由 StyleGAN2-FFHQ 蒸馏，OpenVINO IR）</translation>
    </message>
    <message>
        <source>finds the 68 iBUG landmarks: the reference alignment of the face-to-parameter work</source>
        <translation>检测 68 个 iBUG 关键点：“人脸到参数”工作的参考对齐方式</translation>
    </message>
    <message>
        <source>recognises faces (ArcFace vector of 512 numbers), finds them, and 106 landmarks</source>
        <translation>识别人脸（512 维 ArcFace 向量）、检测人脸及 106 个关键点</translation>
    </message>
    <message>
        <source>divides a face into 19 parts (skin, brows, eyes, lips, hair, ...)</source>
        <translation>把人脸分割为 19 个部分（皮肤、眉毛、眼睛、嘴唇、头发等）</translation>
    </message>
    <message>
        <source>measures how different two pictures look</source>
        <translation>衡量两张图片看上去的差异</translation>
    </message>
    <message>
        <source>estimates 3DMM coefficients of a face</source>
        <translation>估计人脸的 3DMM 系数</translation>
    </message>
    <message>
        <source>estimates age and gender, to label sets of pictures</source>
        <translation>估计年龄与性别，用于标注图片集</translation>
    </message>
    <message>
        <source>finds mouth shapes in recorded speech</source>
        <translation>从录音中识别口型</translation>
    </message>
    <message>
        <source>draws expressions by diffusion, from twelve action units</source>
        <translation>用扩散模型按十二个动作单元绘制表情</translation>
    </message>
    <message>
        <source>turns pictures into what MagicFace draws in, and back (the large network is not fetched)</source>
        <translation>把图片转换为 MagicFace 作画的空间并转换回来（不获取大型网络）</translation>
    </message>
    <message>
        <source>tells MagicFace the pose as its authors did; without it the photo&apos;s own landmarks do</source>
        <translation>按作者的方式向 MagicFace 提供头部姿态；没有它则使用照片自身的关键点</translation>
    </message>
</context>
<context>
    <name>renderers</name>
    <message>
        <source>Live puppet</source>
        <translation>实时木偶</translation>
    </message>
    <message>
        <source>Milliseconds; follows every slider.</source>
        <translation>毫秒级；跟随每个滑块。</translation>
    </message>
    <message>
        <source>MagicFace</source>
        <translation>MagicFace</translation>
    </message>
    <message>
        <source>A diffusion model redraws the face: seconds on a graphics card, minutes without. Twelve action units, both sides alike.</source>
        <translation>由扩散模型重绘人脸：有显卡需数秒，没有则需数分钟。十二个动作单元，左右相同。</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>A face generator finds the expression in its own faces: seconds. What it cannot draw, or draws worse on a face than the live puppet, is left to that, in one picture; the face is found first.</source>
        <translation>人脸生成器在自己的脸中寻找表情：需要几秒。它画不出的，或在某张脸上画得不如实时木偶的部分由木偶绘制，合在一张图里；先要找到这张脸。</translation>
    </message>
</context>
<context>
    <name>schemas</name>
    <message>
        <source>face-nn (99 values)</source>
        <translation>face-nn（99 个数值）</translation>
    </message>
    <message>
        <source>Facewright head (every shape slider)</source>
        <translation>Facewright 头部（全部形状滑块）</translation>
    </message>
    <message>
        <source>ARKit expression (52 shapes)</source>
        <translation>ARKit 表情（52 个形状）</translation>
    </message>
    <message>
        <source>VRM expression (18 presets)</source>
        <translation>VRM 表情（18 个预设）</translation>
    </message>
</context>
</TS>
