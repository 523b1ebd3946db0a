import type { help as english } from '../en/help.ts';
import type { Translation } from '../types.ts';

/** The reply of `/help`. */
export const help = {
  'help.start':
    '**Je réponds à partir d’articles de presse, avec leurs propres mots.** Chaque réponse est une citation que l’on peut vérifier. Quand les articles ne le disent pas, je le dis.',
  'help.entry': '**{name}** {description}',
  'help.example': '{entry}, par exemple : {example}',
  'help.menu': 'appui long ou clic droit sur un message › Applications › {name}',
  'help.find': 'Cherche dans les articles ce que dit un message',
  'help.check': 'Dit si une citation dans un message a vraiment été prononcée',
  'help.mention': 'Vous pouvez aussi me mentionner dans un message avec votre question, ou m’écrire directement.',
  'help.reading':
    '**Comment lire une réponse.** Le bloc de citation est l’article à la lettre ; les mots qui répondent sont en gras. La ligne numérotée en dessous nomme l’article, son éditeur et le jour de sa parution. **{context}** montre les phrases autour, **{proof}** où se trouvent les mots et comment les vérifier soi-même.',

  'help.admins': '**Pour vous, qui gérez ce serveur :**',
  'help.managers': '**Pour vous, qui gérez les articles de ce serveur :**',
  'help.direct':
    'Les messages privés n’ont pas de réglages : j’y réponds à partir des articles fournis avec moi, avec tous les réglages d’origine.',

  'help.votes':
    'Confidentialité : les votes sur les réponses ({helpful}, {unhelpful}) sont conservés six mois, sous un code à la place de votre identifiant.',
  'help.countedHere': {
    one: 'Ici, les questions sont comptées pendant un jour, sans leurs mots.',
    other: 'Ici, les questions sont comptées pendant {n} jours, sans leurs mots.',
  },
  'help.keptHere': {
    one: 'Ici, les questions sont comptées pendant un jour, avec leurs mots.',
    other: 'Ici, les questions sont comptées pendant {n} jours, avec leurs mots.',
  },
  'help.counted': {
    one: 'Sur ce serveur, les questions sont comptées pendant un jour, sans leurs mots.',
    other: 'Sur ce serveur, les questions sont comptées pendant {n} jours, sans leurs mots.',
  },
  'help.kept': {
    one: 'Sur ce serveur, les questions sont comptées pendant un jour, avec leurs mots.',
    other: 'Sur ce serveur, les questions sont comptées pendant {n} jours, avec leurs mots.',
  },
  'help.privacy':
    'Les questions et les réponses sont dans les messages de Discord. `/confidentialité` montre, fournit et efface ce qui est conservé sur vous.',
} as const satisfies Translation<typeof english>;
