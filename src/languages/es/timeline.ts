import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../types.ts';

/** The replies of `/timeline`, with its pictures and files. */
export const timeline = {
  'timeline.none': '**No he encontrado ninguna frase con fecha.** `/artículo` muestra los artículos que hay.',
  'timeline.noneAbout':
    '**No he encontrado ninguna frase con fecha sobre «{about}».** `/artículo` muestra los artículos que hay.',
  'timeline.noneThen':
    '**No he encontrado ninguna frase con fecha en el período pedido ({period}).** `/artículo` muestra los artículos que hay.',
  'timeline.noneAboutThen':
    '**No he encontrado ninguna frase con fecha sobre «{about}» en el período pedido ({period}).** `/artículo` muestra los artículos que hay.',
  'timeline.planned': 'previsto',
  'timeline.possible': 'posible',
  'timeline.read': 'fecha leída en «{words}»',
  'timeline.unread': 'la frase no indica fecha, así que el día es el de publicación',
  'timeline.also': 'también se cuenta en {sources}',
  'timeline.context': 'Ver una en contexto',
  'timeline.sentence': '{date}, frase {number}',

  'timeline.zoomYear': 'Limitar a un año',
  'timeline.zoomMonth': 'Limitar a un mes',
  'timeline.zoomOut': 'Mostrar más',
  'timeline.dates': { one: 'una fecha aquí', other: '{n} fechas aquí' },
  'timeline.all': 'Todas las fechas',
  'timeline.allOf': 'Todo el año {year}',
  'timeline.choosePart': 'Elige un año o un mes del menú.',
  'timeline.chooseFormat': 'Elige una imagen o un formato del menú.',
  'timeline.share': 'Imagen o exportación',

  'picture.dark': 'Imagen oscura',
  'picture.darkMeaning': 'Para compartir; claro sobre oscuro',
  'picture.light': 'Imagen clara',
  'picture.lightMeaning': 'Para compartir; oscuro sobre claro',
  'picture.without': 'Sin imagen',
  'picture.withoutMeaning': 'Solo el texto',
  'picture.undrawable':
    'Sin imagen: las frases la llenarían o tienen letras que faltan en la fuente de la imagen. Aquí están como texto.',
  'picture.heading': 'Cronología',
  'picture.headingOf': 'Cronología: {topic}',
  'picture.span': '{first} – {last}',
  'picture.dates': { one: 'una fecha', other: '{n} fechas' },
  'picture.articles': { one: 'un artículo', other: '{n} artículos' },
  'picture.verbatim': 'Cada frase se cita al pie de la letra.',
  'picture.more': { one: 'Y {n} fecha más.', other: 'Y {n} fechas más.' },
  'picture.publication': 'día de publicación',
  'picture.alt': {
    one: '{title}, {span}. Una fecha con una frase.',
    other: '{title}, {span}. {n} fechas con una frase cada una.',
  },
  'picture.line': '{date}: «{words}»',
  'picture.markedLine': '{date} ({mark}): «{words}»',

  'export.json': 'Exportar para TimelineJS',
  'export.jsonMeaning': 'JSON para una cronología en una página web',
  'export.jsonAbout':
    '**La cronología para TimelineJS.** Pon el archivo en un servidor web y ábrelo con TimelineJS (timeline.knightlab.com).',
  'export.calendar': 'Exportar como calendario',
  'export.calendarMeaning': 'iCalendar, para cualquier aplicación de calendario',
  'export.calendarAbout':
    '**La cronología como calendario.** Una fecha de la que solo se conoce el mes o el año lo ocupa entero, y el evento lo dice.',
  'export.table': 'Exportar como tabla',
  'export.tableMeaning': 'CSV, para cualquier hoja de cálculo',
  'export.tableAbout':
    '**La cronología como tabla.** Una celda que una hoja de cálculo tomaría por una fórmula empieza por un apóstrofo que el artículo no tiene.',
  'export.file': '{title}, {dates}',
  'export.month': 'Solo se conoce el mes: {date}.',
  'export.year': 'Solo se conoce el año: {date}.',
  'export.planned': 'Estaba previsto cuando se escribió el artículo.',
  'export.possible': 'Era posible cuando se escribió el artículo.',
  'export.unread': 'La frase no indica fecha; el día es el de publicación.',
  'export.read': 'Fecha leída en «{words}».',
  'export.publication': 'el día de publicación',
} as const satisfies Translation<typeof english>;
