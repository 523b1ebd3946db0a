const from = ['desde', 'Solo artículos publicados a partir de esta fecha: 2019, 2019-09 o 2019-09-10'] as const;
const to = ['hasta', 'Solo artículos publicados hasta esta fecha: 2019, 2019-09 o 2019-09-10'] as const;
const theme = ['apariencia', 'El aspecto de la imagen; oscuro si no indicas nada'] as const;
const title = ['título', 'Su título'] as const;
const date = ['fecha', 'El día en que se publicó: 2019-09-10 o 10 Sep 2019'] as const;
const source = ['fuente', 'Quién lo publicó'] as const;
const article = ['artículo', 'El artículo'] as const;

/** Names and descriptions of the commands, by path. Names are lower case, without spaces, 32 characters at most; descriptions 100. */
export const es = {
  ask: ['preguntar', 'Haz una pregunta a los artículos; la respuesta es una cita con su fuente'],
  'ask.question': ['pregunta', 'Tu pregunta, en una frase'],
  'ask.article': ['artículo', 'Preguntar solo a este artículo'],
  'ask.from': from,
  'ask.to': to,
  'ask.private': ['privado', 'Mostrarte la respuesta solo a ti'],

  quote: ['cita', 'Encuentra qué se dijo, quién lo dijo y dónde se publicó'],
  'quote.about': ['tema', 'De qué trata la cita, por ejemplo «sanctions»'],
  'quote.speaker': ['persona', 'Quién lo dijo'],
  'quote.kind': ['tipo', 'Con las palabras de la persona o referida'],
  'quote.kind.direct': 'Directa: las propias palabras de la persona, entre comillas',
  'quote.kind.mixed': 'Mixta: parte de las palabras entre comillas',
  'quote.kind.indirect': 'Indirecta: referida con las palabras del artículo',
  'quote.from': from,
  'quote.to': to,

  speaker: ['persona', 'Quién es alguien y qué citan los artículos de esa persona'],
  'speaker.name': ['nombre', 'El nombre de la persona, o una parte'],

  check: ['comprobar', '¿Se dijo de verdad? Compara una cita con los artículos, palabra por palabra'],
  'check.text': ['texto', 'La cita, con o sin quien la dijo: “…,” X said'],

  timeline: ['cronología', 'Qué pasó y cuándo, con las propias frases de los artículos'],
  'timeline.topic': ['tema', 'De qué se trata, por ejemplo «missile tests»'],
  'timeline.from': ['desde', 'A partir de esta fecha: 2018, 2018-06 o 2018-06-12'],
  'timeline.to': ['hasta', 'Hasta esta fecha, incluida: 2018, 2018-06 o 2018-06-12'],
  'timeline.order': ['orden', 'Qué fecha va primero; la más antigua si no indicas nada'],
  'timeline.order.oldest': 'primero la más antigua',
  'timeline.order.newest': 'primero la más reciente',
  'timeline.picture': ['imagen', 'Con una imagen para compartir'],
  'timeline.theme': theme,
  'timeline.theme.dark': 'oscuro',
  'timeline.theme.light': 'claro',

  article: ['artículo', 'Ver la lista de artículos o leer uno página a página'],
  'article.article': ['artículo', 'El artículo que quieres leer; la lista si no indicas nada'],

  help: ['ayuda', 'Qué hace este bot y cómo leer sus respuestas'],

  privacy: ['privacidad', 'Lo que se guarda sobre ti: verlo, obtenerlo, hacer que se borre'],
  'privacy.show': ['mostrar', 'Qué se guarda sobre ti, dónde y durante cuánto tiempo'],
  'privacy.give': ['exportar', 'Todo lo que se guarda sobre ti, en un archivo'],
  'privacy.forget': ['borrar', 'Borrar todo lo que se guarda sobre ti; pregunta antes'],

  'Find in articles': 'Buscar en los artículos',
  'Check this quote': 'Comprobar esta cita',

  knowledge: ['conocimiento', 'Los artículos de este servidor: añadir, listar, editar, quitar, exportar y comprobar'],
  'knowledge.add': ['añadir', 'Añadir artículos: archivo, enlace o texto; sin opciones, hasta 10 archivos a la vez'],
  'knowledge.add.file': ['archivo', 'Texto, Markdown, HTML, PDF, DOCX, JSON, RSS, Atom o un ZIP con ellos'],
  'knowledge.add.link': ['enlace', 'Un enlace a un artículo'],
  'knowledge.add.text': ['texto', 'El texto de un artículo'],
  'knowledge.add.title': title,
  'knowledge.add.date': date,
  'knowledge.add.source': source,
  'knowledge.feed': ['canal', 'Canales RSS o Atom cuyos artículos nuevos llegan solos'],
  'knowledge.feed.add': ['añadir', 'Leer desde ahora un canal RSS o Atom'],
  'knowledge.feed.add.link': ['enlace', 'La dirección del canal'],
  'knowledge.feed.list': ['lista', 'Ver la lista de canales'],
  'knowledge.feed.remove': ['quitar', 'Dejar de leer un canal; sus artículos se quedan'],
  'knowledge.feed.remove.feed': ['canal', 'Su dirección o palabras de su título'],
  'knowledge.list': ['lista', 'Ver la lista de artículos propios de este servidor'],
  'knowledge.show': ['mostrar', 'Todo lo que se sabe de uno de ellos'],
  'knowledge.show.article': article,
  'knowledge.edit': ['editar', 'Cambiar el título, la fecha o la fuente de un artículo'],
  'knowledge.edit.article': article,
  'knowledge.edit.title': title,
  'knowledge.edit.date': date,
  'knowledge.edit.source': source,
  'knowledge.remove': ['quitar', 'Quitar un artículo, o todo lo que vino de un mismo sitio'],
  'knowledge.remove.article': article,
  'knowledge.remove.origin': ['origen', 'Todo lo que vino de este archivo, enlace o canal'],
  'knowledge.reload': ['recargar', 'Leer de nuevo los artículos del almacén'],
  'knowledge.export': ['exportar', 'Guardar todos los artículos de este servidor en un archivo'],
  'knowledge.export.part': ['parte', 'Qué parte, si no caben en un solo archivo'],
  'knowledge.check': ['comprobar', 'Cómo se lee un archivo o un artículo y qué falla en él; no añade nada'],
  'knowledge.check.file': ['archivo', 'Un archivo que podrías añadir'],
  'knowledge.check.article': ['artículo', 'Un artículo de este servidor'],

  setup: ['configurar', 'Dónde y cómo responde el bot en este servidor, y qué guarda'],

  config: ['ajustes', 'Todos los ajustes de este servidor: mostrar, restablecer, exportar e importar'],
  'config.show': ['mostrar', 'Mostrar todos los ajustes'],
  'config.reset': ['restablecer', 'Dejar todo como al principio; pregunta antes'],
  'config.export': ['exportar', 'Guardar todos los ajustes en un archivo'],
  'config.import': ['importar', 'Tomar los ajustes de un archivo exportado'],
  'config.import.file': ['archivo', 'Un archivo JSON; lo que falte en él queda como al principio'],

  insights: ['estadísticas', 'Qué se preguntó aquí, qué se respondió y qué no dicen los artículos'],
  'insights.days': ['días', 'Los últimos días que se cuentan; 30 si no indicas nada'],
  'insights.theme': theme,
  'insights.theme.dark': 'oscuro',
  'insights.theme.light': 'claro',
} as const;
