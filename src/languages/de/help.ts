import type { help as english } from '../en/help.ts';
import type { Translation } from '../types.ts';

/** The reply of `/help`. */
export const help = {
  'help.start':
    '**Ich antworte aus Nachrichtenartikeln, mit deren eigenen Worten.** Jede Antwort ist ein Zitat, das sich prüfen lässt. Wenn die Artikel dazu nichts sagen, sage ich das.',
  'help.entry': '**{name}** {description}',
  'help.example': '{entry}, zum Beispiel: {example}',
  'help.menu': 'Nachricht gedrückt halten oder mit rechts anklicken › Apps › {name}',
  'help.find': 'Sucht in den Artikeln, was in einer Nachricht steht',
  'help.check': 'Sagt, ob ein Zitat in einer Nachricht wirklich so gefallen ist',
  'help.mention': 'Du kannst mich auch in einer Nachricht mit deiner Frage erwähnen oder mir direkt schreiben.',
  'help.reading':
    '**So liest du eine Antwort.** Der eingerückte Block ist der Artikel, Buchstabe für Buchstabe; die Worte, die antworten, sind fett. Die nummerierte Zeile darunter nennt den Artikel, wer ihn veröffentlicht hat und den Tag, an dem er erschienen ist. **{context}** zeigt die Sätze ringsum, **{proof}**, wo die Worte stehen und wie du sie selbst prüfen kannst.',

  'help.admins': '**Für dich, weil du diesen Server verwaltest:**',
  'help.managers': '**Für dich, weil du die Artikel dieses Servers verwaltest:**',
  'help.direct':
    'Direktnachrichten haben keine Einstellungen: Dort antworte ich aus den Artikeln, die ich mitgebracht habe, und alles ist eingestellt wie am Anfang.',

  'help.votes':
    'Datenschutz: Gespeichert wird, wie eine Antwort bewertet wurde ({helpful}, {unhelpful}), ein halbes Jahr lang und unter einem Code statt deiner ID.',
  'help.countedHere': {
    one: 'Hier werden Fragen einen Tag lang gezählt, ohne ihren Wortlaut.',
    other: 'Hier werden Fragen {n} Tage lang gezählt, ohne ihren Wortlaut.',
  },
  'help.keptHere': {
    one: 'Hier werden Fragen einen Tag lang gezählt, mit ihrem Wortlaut.',
    other: 'Hier werden Fragen {n} Tage lang gezählt, mit ihrem Wortlaut.',
  },
  'help.counted': {
    one: 'Auf diesem Server werden Fragen einen Tag lang gezählt, ohne ihren Wortlaut.',
    other: 'Auf diesem Server werden Fragen {n} Tage lang gezählt, ohne ihren Wortlaut.',
  },
  'help.kept': {
    one: 'Auf diesem Server werden Fragen einen Tag lang gezählt, mit ihrem Wortlaut.',
    other: 'Auf diesem Server werden Fragen {n} Tage lang gezählt, mit ihrem Wortlaut.',
  },
  'help.privacy':
    'Fragen und Antworten stehen in den Nachrichten bei Discord. `/datenschutz` zeigt, gibt heraus und löscht, was über dich gespeichert ist.',
} as const satisfies Translation<typeof english>;
