import type { adminPrivacy as english } from '../en/admin-privacy.ts';
import type { Translation } from '../types.ts';

/** What people are told of what is kept about them. */
export const adminPrivacy = {
  'privacy.choose': 'Bitte wähl eines davon: zeigen, exportieren, löschen.',
  'privacy.heading': '**Über dich gespeichert**',
  'privacy.votes': {
    one: 'eine Stimme zu Antworten (hilfreich, nicht hilfreich), jeweils ein halbes Jahr lang',
    other: '{n} Stimmen zu Antworten (hilfreich, nicht hilfreich), jeweils ein halbes Jahr lang',
  },
  'privacy.noVotes': 'keine Stimmen zu Antworten (hilfreich, nicht hilfreich), jeweils ein halbes Jahr lang',
  'privacy.questions': '{questions} in den Frageprotokollen von {places}, davon {worded}',
  'privacy.count.questions': { one: 'eine Frage', other: '{n} Fragen' },
  'privacy.count.noQuestions': 'keine Fragen',
  'privacy.count.places': { one: 'einem Ort', other: '{n} Orten' },
  'privacy.count.noPlaces': 'keinem Ort',
  'privacy.worded': { one: '{n} mit Wortlaut', other: '{n} mit Wortlaut' },
  'privacy.unworded': 'keine mit Wortlaut',
  'privacy.here': '**Hier:** {kept}',
  'privacy.server': '**Auf diesem Server:** {kept}',
  'privacy.off': 'Fragen werden nicht gespeichert.',
  'privacy.kept.words': {
    one: 'Eine Frage wird einen Tag lang mit ihrem Wortlaut gespeichert: der Befehl, Tag und Uhrzeit, ob sie beantwortet wurde und welche Artikel und Personen zitiert wurden.',
    other:
      'Eine Frage wird {n} Tage lang mit ihrem Wortlaut gespeichert: der Befehl, Tag und Uhrzeit, ob sie beantwortet wurde und welche Artikel und Personen zitiert wurden.',
  },
  'privacy.kept.counted': {
    one: 'Eine Frage wird einen Tag lang ohne ihren Wortlaut gespeichert: der Befehl, Tag und Uhrzeit, ob sie beantwortet wurde und welche Artikel und Personen zitiert wurden.',
    other:
      'Eine Frage wird {n} Tage lang ohne ihren Wortlaut gespeichert: der Befehl, Tag und Uhrzeit, ob sie beantwortet wurde und welche Artikel und Personen zitiert wurden.',
  },
  'privacy.code':
    '**Wie du dort stehst:** nicht mit deinem Namen und nicht mit deiner ID, sondern mit einem Code, der aus deiner ID mit einem geheimen Schlüssel gebildet wird (HMAC-SHA-256). Er unterscheidet deine Einträge von denen anderer, damit sie für dich gefunden werden können, und ohne den Schlüssel kann niemand daran erkennen, wer du bist.',
  'privacy.admins':
    '**Was Administratoren sehen:** wie viele Fragen gestellt und wie viele beantwortet wurden, welche Artikel und Personen zitiert wurden und, nur wo ein Server das eingeschaltet hat, den Wortlaut von Fragen, die ohne Antwort blieben. Nie, wer gefragt hat. Die Antworten selbst stehen nur in den Nachrichten auf Discord.',
  'privacy.how': '/datenschutz exportieren schickt dir alles als Datei, /datenschutz löschen löscht es.',
  'privacy.nothing': '**Über dich ist nichts gespeichert.**',
  'privacy.given': '**Alles, was über dich gespeichert ist.** „voter“ und „asker“ sind der Code, der für dich steht.',
  'privacy.givenNothing': '**Über dich ist nichts gespeichert.** In der Datei steht dasselbe.',
  'privacy.file': 'Was über dich gespeichert ist',
  'privacy.sure': '**{votes} und {questions} löschen?** Das lässt sich nicht rückgängig machen.',
  'privacy.count.votes': { one: 'eine Stimme', other: '{n} Stimmen' },
  'privacy.count.noVotes': 'keine Stimmen',
  'privacy.yes': 'Alles löschen',
  'privacy.no': 'Behalten',
  'privacy.deleted': {
    one: '**Gelöscht:** ein Eintrag. Über dich ist nichts mehr gespeichert. Was du von jetzt an fragst, wird wie zuvor gespeichert.',
    other:
      '**Gelöscht:** {n} Einträge. Über dich ist nichts mehr gespeichert. Was du von jetzt an fragst, wird wie zuvor gespeichert.',
  },
  'privacy.deletedNothing':
    '**Gelöscht:** keine Einträge. Über dich ist nichts gespeichert. Was du von jetzt an fragst, wird wie zuvor gespeichert.',
  'privacy.kept': '**Nichts wurde gelöscht.**',
} as const satisfies Translation<typeof english>;
