import type { articles as english } from '../en/articles.ts';
import type { Translation } from '../types.ts';

/** The replies of `/article` and of “Find in articles”. */
export const articles = {
  'article.none': 'Je n’ai encore aucun article.',
  'article.count': { one: '**Un article**', other: '**{n} articles, les plus récents d’abord**' },
  'article.listed': '{count} (les {listed} plus récents sont listés)',
  'article.read': 'En lire un',
  'article.readNewest': 'Lire l’un des {listed} plus récents',
  'article.others': 'Pour en ouvrir un autre, saisissez des mots de son titre dans l’option « {option} ».',
  'article.length': { one: '{n} caractère', other: '{n} caractères' },
  'article.all': 'Tous les articles',
  'article.anonymous': 'Auteur inconnu',

  'find.empty': 'Ce message ne contient pas de mots à chercher : veuillez en choisir un qui contient du texte.',
  'find.exact': '**Trouvé, à la lettre.**',
  'find.altered': '**Trouvé, mais pas à la lettre.**',
  'find.left': 'absent du message : « {words} »',
  'find.added': 'absent de l’article : « {words} »',
  'find.changed': 'l’article dit « {article} », le message « {message} »',
  'find.more': { one: 'et {n} autre différence', other: 'et {n} autres différences' },
  'find.none': '**Ces mots ne figurent pas dans les articles.**',
  'find.near': 'Les phrases les plus proches :',
  'find.far': 'Aucune phrase ne s’en approche non plus.',
} as const satisfies Translation<typeof english>;
