import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../types.ts';

/** Why the store or the web did not do it: one sentence for each trouble and reason that has a name. */
export const errors = {
  'store.away': 'Mein Speicher ist gerade nicht erreichbar. Bitte versuch es in einer Minute noch einmal.',
  'store.full': 'Mein Speicher ist voll. Wer diesen Bot betreibt, muss dort Platz schaffen.',
  'store.readonly':
    'Es lässt sich nichts speichern, weil der Speicher nur gelesen werden darf. Wer diesen Bot betreibt, muss das ändern.',
  'store.damaged': 'Was hier gespeichert ist, lässt sich nicht mehr lesen.',
  'store.newer':
    'Das wurde von einer neueren Version des Bots gespeichert. Wer diesen Bot betreibt, muss ihn aktualisieren.',
  'store.refused': 'Der Speicher hat das nicht angenommen.',
  'store.busy': 'Jemand anderes ändert das im selben Augenblick. Bitte versuch es noch einmal.',
  'store.failed': 'Das konnte nicht gespeichert werden. Bitte versuch es noch einmal.',

  'web.url': 'Das ist keine Webadresse, die ich lesen kann. Bitte füg den ganzen Link ein, beginnend mit https://.',
  'web.scheme': 'Ich öffne nur Links, die mit https:// oder http:// beginnen. Bitte füg einen solchen ein.',
  'web.credentials':
    'In diesem Link steht ein Benutzername oder ein Passwort, daher öffne ich ihn nicht. Bitte füg ihn ohne diese ein.',
  'web.port':
    'Dieser Link nennt einen ungewöhnlichen Port, daher öffne ich ihn nicht. Bitte füg die Adresse einer öffentlichen Webseite ein.',
  'web.address':
    'Dieser Link führt zu einer Adresse in einem internen Netz, daher öffne ich ihn nicht. Bitte füg die Adresse einer öffentlichen Webseite ein.',
  'web.redirects':
    'Dieser Link führt immer weiter zu anderen Links. Bitte füg die Adresse der Seite ein, auf der er endet.',
  'web.robots':
    'Diese Website bittet Programme, die Seite nicht zu lesen, daher öffne ich sie nicht. Bitte speichere die Seite und füg sie als Datei hinzu.',
  'web.type':
    'Dieser Link führt nicht zu einem Text. Bitte füg einen Link zu einer Seite, einer PDF-Datei, einem Word-Dokument, einem Text oder einem Feed ein.',
  'web.size': 'Was sich hinter diesem Link verbirgt, ist zu groß. Bitte füg einen Link zu einem kürzeren Text ein.',
  'web.time':
    'Diese Website hat zu lange nicht geantwortet, daher habe ich aufgehört. Bitte versuch es später noch einmal, oder speichere die Seite und füg sie als Datei hinzu.',
  'web.certificate':
    'Diese Website kann nicht belegen, dass sie die ist, für die sie sich ausgibt (ihr Zertifikat ist ungültig), daher öffne ich sie nicht.',
  'web.protocol': 'Was dort antwortet, ist keine richtige Website. Bitte prüf den Link.',
  'web.damaged':
    'Was diese Website geschickt hat, ist beschädigt und lässt sich nicht entpacken. Bitte versuch es später noch einmal.',
  'web.unreachable': 'Ich kann diese Website nicht erreichen. Bitte prüf den Link oder versuch es später noch einmal.',
  'web.busy': 'Ich rufe gerade schon viele Links ab. Bitte versuch es in einer Minute noch einmal.',
  'web.status': 'Diese Website hat zu dem Link keine Seite geliefert. Bitte prüf ihn.',
  'web.closed':
    'Diese Website lässt mich die Seite nicht lesen. Bitte speichere die Seite und füg sie als Datei hinzu.',
  'web.missing': 'Unter diesem Link gibt es keine Seite. Bitte prüf ihn.',
  'web.gone': 'Diese Seite wurde endgültig entfernt. Bitte entfern den Link oder füg einen anderen ein.',
  'web.often': 'Diese Website meldet, dass ich zu oft anfrage. Bitte versuch es später noch einmal.',
  'web.broken': 'Diese Website ist gerade gestört. Bitte versuch es später noch einmal.',
} as const satisfies Translation<typeof english>;
