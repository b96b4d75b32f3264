/**
 * What shots files and shot lists call the parts of a shot, the usual name first. Case, underscores, dashes and
 * spaces make no difference; headers of tables are read in several languages, without accents.
 */

/** One name a word. */
const names = (list: string): readonly string[] => list.trim().split(/\s+/);

export const FIELDS = {
  number: names(`
    shotNumber shotNo shotNum shotNr shot# shot shotId panelNumber panelId panel boardNumber frameNumber
    keyframeNumber number no num nr # n° nº index sequenceNumber order beatNumber id sceneNumber sceneNo
    scene# sceneId frame scene einstellung einstellungsnummer nummer bildnummer bildnr numero plan plano
    toma inquadratura cena ujecie кадр номер 镜号 镜头 镜头号 序号 编号 カット 番号 번호 컷
  `),
  description: names(`
    sceneDescription visualDescription shotDescription imageDescription visual visuals description desc
    action content caption text summary whatWeSee plot beschreibung bildbeschreibung bildinhalt handlung
    inhalt descriptif contenu descripcion accion contenido descrizione azione descricao acao
    beschrijving omschrijving actie opis описание действие 画面描述 画面内容 画面 镜头描述 描述 内容 説明 描写 설명 내용
  `),
  /** What is heard, which describes a picture only where nothing else does. */
  spoken: names('dialogue dialog narration voiceover script dialoge dialogo 台词 旁白 セリフ'),
  prompt: names(`
    visualPrompt imagePrompt imageGenerationPrompt positivePrompt prompt startFramePrompt
    firstFramePrompt keyframePrompt framePrompt generationPrompt sdPrompt positive 提示词 画面提示词 プロンプト 프롬프트
    промпт
  `),
  negativePrompt: names('negativePrompt negative negPrompt negativ 负面提示词 反向提示词'),
  seed: names('seed imageSeed noiseSeed'),
  seconds: names(`
    duration durationSeconds durationSec durationS durationInSeconds seconds secs sec length
    lengthSeconds dauer lange duree duracion durata duracao duur czas длительность 时长 秒数 尺 秒 길이
  `),
  milliseconds: names('durationMs durationMilliseconds lengthMs'),
  start: names('startTime start startSeconds timeStart'),
  end: names('endTime end endSeconds timeEnd'),
  picture: names(`
    imagePath imageFile imageUrl imageName imageFilename image img file filePath fileName frame
    frameFile framePath keyframe keyframePath keyframeFile picture picturePath pictureFile path url src
    uri outputPath outputFile output still storyboard sketch thumbnail bild bilddatei datei fichier
    imagen archivo immagine imagem arquivo afbeelding bestand obraz plik файл изображение картинка 画像 图片
    图像 图 文件 이미지 그림
  `),
  /** What the names of its pictures begin with. */
  prefix: names('filenameBase filenamePrefix filePrefix outputPrefix'),
  /** Lists of paths, or of objects with one. */
  pictures: names('keyframes images frames pictures variants takes candidates generations files'),
  selected: names('isSelected selected isPick picked chosen approved'),
  /** Written by this program: of a shot that an artist put in, by which it is known again whatever is said of it. */
  ownId: names('continuistId'),
  /** True of a shot that is no part of the story. */
  omitted: names('omitted isOmitted omit'),
  scene: names(`
    scene sceneName sceneTitle sceneHeading slugline heading sceneNumber sceneNo scene# sceneId sequence
    szene escena scena sequenz сцена 场景 场次 场 シーン 씬
  `),
};

/** Fields beside the description that say what the picture shows. */
export const STATED = {
  framing: names(`
    camera cameraAngle angle shotType shotSize size framing shotFraming cameraShot shotAngle composition
    einstellungsgrosse einstellungsgröße kamera cadrage valeurDePlan encuadre plano 景别 镜头类型 机位 角度
  `),
  mood: names('mood atmosphere tone emotionalTone stimmung ambiance atmosfera 氛围 情绪'),
  light: names('lighting light timeOfDay weather licht lumiere luz luce 光线 灯光'),
  palette: names('colorPalette colourPalette palette colors colours farben couleurs colores 色调'),
  style: names('style artStyle visualStyle stil estilo stile 风格'),
  thing: names('keyElements elements keyObjects objects props requisiten accessoires 道具'),
  place: names('setting location place environment background ort drehort lieu decor lugar'),
};

/** Fields that are known and say nothing of one picture, or are read elsewhere. */
export const UNUSED = names(`
  narration dialogue dialog voiceover sound audio sfx music transition notes note comment comments
  cameraMovement movement lens title name characters status variantId width height steps guidanceScale
  model sampler cfg cfgScale scheduler titleId
`);
