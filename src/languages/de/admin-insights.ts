import type { adminInsights as english } from '../en/admin-insights.ts';
import type { Translation } from '../types.ts';

/** What administrators are told of what was asked. */
export const adminInsights = {
  'insights.period': '**{from} bis {to}**',
  'insights.kept': {
    one: 'Fragen werden {n} Tag lang gespeichert; /einrichten ändert das.',
    other: 'Fragen werden {n} Tage lang gespeichert; /einrichten ändert das.',
  },
  'insights.off': 'Das Frageprotokoll ist ausgeschaltet; /einrichten schaltet es ein.',
  'insights.empty': '**Keine Fragen im Protokoll.**',
  'insights.answered': '**Fragen:** {questions}, beantwortet: {answered} ({share} %)',
  'insights.unanswered': '**Fragen:** {questions}, beantwortet: keine',
  'insights.feedback': '**Rückmeldungen:** {helpful} hilfreich, {unhelpful} nicht hilfreich',
  'insights.noFeedback': '**Rückmeldungen:** keine',
  'insights.articles': '**Meistzitierte Artikel**',
  'insights.noArticles': '**Meistzitierte Artikel:** keine',
  'insights.speakers': '**Meistzitierte Personen**',
  'insights.noSpeakers': '**Meistzitierte Personen:** keine',
  'insights.ranked': '{name} ({count})',
  'insights.gone': 'ein Artikel, den es nicht mehr gibt',
  'insights.gaps': '**Was die Artikel nicht sagen**',
  'insights.noGaps':
    '**Was die Artikel nicht sagen:** Der Wortlaut von Fragen wird hier nicht gespeichert. /einrichten › Datenschutz und Protokoll schaltet das ein; von da an steht hier zusammengefasst, was ohne Antwort blieb.',
  'insights.gap': '„{question}“',
  'insights.gapLike': { one: '„{question}“ und {n} ähnliche', other: '„{question}“ und {n} ähnliche' },
  'insights.more': 'und {n} weitere, die in der Tabelle stehen',
  'insights.table': 'Als Tabelle (CSV)',
  'insights.tabled': '**Die Zahlen als Tabelle**, eine pro Zeile. Niemandes Name oder ID steht darin.',
  'insights.file': 'Die Zahlen als CSV',

  'insights.picture.day': 'Fragen pro Tag',
  'insights.picture.week': 'Fragen pro Woche',
  'insights.picture.period': '{from} – {to}',
  'insights.picture.questions': { one: 'eine Frage', other: '{n} Fragen' },
  'insights.picture.share': '{share} % beantwortet',
  'insights.picture.yes': 'beantwortet',
  'insights.picture.no': 'die Artikel sagen es nicht',
  'insights.picture.alt.day': 'Balken der Fragen pro Tag, {period}: {questions}, {answered} beantwortet.',
  'insights.picture.alt.week': 'Balken der Fragen pro Woche, {period}: {questions}, {answered} beantwortet.',
  'insights.picture.peak.day': 'Die meisten an einem Tag: {most}, {date}.',
  'insights.picture.peak.week': 'Die meisten in einer Woche: {most}, {date}.',
} as const satisfies Translation<typeof english>;
