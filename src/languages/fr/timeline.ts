import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../types.ts';

/** The replies of `/timeline`, with its pictures and files. */
export const timeline = {
  'timeline.none': '**Je n’ai trouvé aucune phrase datée.** `/article` montre les articles qu’il y a.',
  'timeline.noneAbout':
    '**Je n’ai trouvé aucune phrase datée sur « {about} ».** `/article` montre les articles qu’il y a.',
  'timeline.noneThen':
    '**Je n’ai trouvé aucune phrase datée pour la période demandée ({period}).** `/article` montre les articles qu’il y a.',
  'timeline.noneAboutThen':
    '**Je n’ai trouvé aucune phrase datée sur « {about} » pour la période demandée ({period}).** `/article` montre les articles qu’il y a.',
  'timeline.planned': 'prévu',
  'timeline.possible': 'possible',
  'timeline.read': 'date lue dans « {words} »',
  'timeline.unread': 'la phrase n’indique pas de date, le jour est donc celui de la parution',
  'timeline.also': 'aussi rapporté dans {sources}',
  'timeline.context': 'En montrer une en contexte',
  'timeline.sentence': '{date}, phrase {number}',

  'timeline.zoomYear': 'Limiter à une année',
  'timeline.zoomMonth': 'Limiter à un mois',
  'timeline.zoomOut': 'Afficher plus',
  'timeline.dates': { one: 'une date ici', other: '{n} dates ici' },
  'timeline.all': 'Toutes les dates',
  'timeline.allOf': 'Toute l’année {year}',
  'timeline.choosePart': 'Veuillez choisir une année ou un mois dans le menu.',
  'timeline.chooseFormat': 'Veuillez choisir une image ou un format dans le menu.',
  'timeline.share': 'Image ou export',

  'picture.dark': 'Image sombre',
  'picture.darkMeaning': 'À partager ; clair sur sombre',
  'picture.light': 'Image claire',
  'picture.lightMeaning': 'À partager ; sombre sur clair',
  'picture.without': 'Sans image',
  'picture.withoutMeaning': 'Le texte seul',
  'picture.undrawable':
    'Pas d’image : les phrases la rempliraient, ou contiennent des lettres absentes de la police de l’image. Les voici en texte.',
  'picture.heading': 'Chronologie',
  'picture.headingOf': 'Chronologie : {topic}',
  'picture.span': '{first} – {last}',
  'picture.dates': { one: 'une date', other: '{n} dates' },
  'picture.articles': { one: 'un article', other: '{n} articles' },
  'picture.verbatim': 'Chaque phrase est citée à la lettre.',
  'picture.more': { one: 'Et {n} autre date.', other: 'Et {n} autres dates.' },
  'picture.publication': 'jour de parution',
  'picture.alt': {
    one: '{title}, {span}. Une date avec une phrase.',
    other: '{title}, {span}. {n} dates avec une phrase chacune.',
  },
  'picture.line': '{date} : « {words} »',
  'picture.markedLine': '{date} ({mark}) : « {words} »',

  'export.json': 'Export pour TimelineJS',
  'export.jsonMeaning': 'JSON pour une chronologie sur une page web',
  'export.jsonAbout':
    '**La chronologie pour TimelineJS.** Placez le fichier sur un serveur web et ouvrez-le avec TimelineJS (timeline.knightlab.com).',
  'export.calendar': 'Exporter en calendrier',
  'export.calendarMeaning': 'iCalendar, pour toute application de calendrier',
  'export.calendarAbout':
    '**La chronologie en calendrier.** Une date dont seul le mois ou l’année est connu occupe toute cette durée, et l’événement le dit.',
  'export.table': 'Exporter en tableau',
  'export.tableMeaning': 'CSV, pour tout tableur',
  'export.tableAbout':
    '**La chronologie en tableau.** Une cellule qu’un tableur prendrait pour une formule commence par une apostrophe, que l’article ne contient pas.',
  'export.file': '{title}, {dates}',
  'export.month': 'Seul le mois est connu : {date}.',
  'export.year': 'Seule l’année est connue : {date}.',
  'export.planned': 'C’était prévu quand l’article a été écrit.',
  'export.possible': 'C’était possible quand l’article a été écrit.',
  'export.unread': 'La phrase n’indique pas de date ; le jour est celui de la parution.',
  'export.read': 'Date lue dans « {words} ».',
  'export.publication': 'le jour de parution',
} as const satisfies Translation<typeof english>;
