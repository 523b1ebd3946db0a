import type { discord as english } from '../en/discord.ts';
import type { Translation } from '../types.ts';

/** What the bot says before and around its answers. */
export const discord = {
  'pager.previous': '◀ Précédent',
  'pager.next': 'Suivant ▶',
  'pager.page': 'Page {page} sur {pages}',

  'hello.name':
    '**Bonjour, je suis {name}.** Je réponds aux questions sur des articles de presse avec leurs propres mots, et je prouve chaque citation.',
  'hello.ask': 'Posez une question avec `/demander`, ou mentionnez-moi dans un message.',
  'hello.help': '`/aide` montre ce que je sais faire d’autre.',
  'hello.setup': 'Pour les personnes qui gèrent ce serveur : `/configurer` règle où et comment je réponds.',
  usage:
    'Posez-moi une question sur les articles, et je réponds avec leurs propres mots. Mes commandes sont {commands}.',

  'guard.guest':
    'Je n’ai pas été ajouté à ce serveur, il n’y a donc rien à gérer ici. Une personne qui le gère peut m’ajouter.',
  'guard.direct': 'Cela ne fonctionne que sur un serveur. Veuillez l’utiliser dans un salon du serveur dont il s’agit.',
  'guard.managers':
    'Seuls les membres qui ont la permission « Gérer le serveur » peuvent faire cela. Veuillez vous adresser à l’un d’eux.',
  'guard.roles':
    'Seuls les membres qui ont la permission « Gérer le serveur » ou le rôle {roles} peuvent faire cela. Veuillez vous adresser à l’un d’eux.',
  'guard.channels': 'Sur ce serveur, je réponds dans {channels}. Veuillez poser votre question là-bas.',
  'guard.others': 'd’autres',
  'guard.threads':
    'Sur ce serveur, je ne réponds pas dans les fils. Veuillez poser votre question dans le salon lui-même.',
  'guard.private':
    'Sur ce serveur, seule la personne qui pose la question voit ma réponse. Veuillez utiliser /demander.',
  'guard.user': {
    one: 'Vous avez posé autant de questions qu’il est permis en une minute. Veuillez réessayer dans une seconde.',
    other: 'Vous avez posé autant de questions qu’il est permis en une minute. Veuillez réessayer dans {n} secondes.',
  },
  'guard.channel': {
    one: 'Ce salon a posé autant de questions qu’il est permis en une minute. Veuillez réessayer dans une seconde.',
    other: 'Ce salon a posé autant de questions qu’il est permis en une minute. Veuillez réessayer dans {n} secondes.',
  },

  'trouble.restart': 'Je suis en train de redémarrer. Veuillez réessayer dans une minute.',
  'trouble.stale': 'Ceci provient d’une autre version du bot. Veuillez relancer la commande.',
  'trouble.long': 'C’est trop long. Veuillez poser une question plus courte.',
  'trouble.permission':
    'Je n’ai pas le droit de faire cela ici. Un administrateur doit me donner dans ce salon les permissions « Voir le salon », « Envoyer des messages » et « Voir les anciens messages », ainsi que « Joindre des fichiers » pour les images et les exports.',
  'trouble.incident':
    'Un problème est survenu de mon côté. Veuillez réessayer ; si cela se reproduit, indiquez à l’administrateur de ce bot le numéro d’incident `{incident}`.',

  'file.large': 'Ce fichier dépasse {size} Mo. Veuillez le diviser en fichiers plus petits.',
  'file.missing': 'Je n’ai pas pu obtenir ce fichier auprès de Discord. Veuillez le joindre à nouveau.',
  'file.late': 'Discord ne me fournit pas ce fichier pour le moment. Veuillez réessayer dans une minute.',
  'file.output':
    'Cela ferait un fichier de {size} Mo, et Discord en accepte {limit} Mo ici. Veuillez demander une période plus courte ou un sujet plus précis.',
} as const satisfies Translation<typeof english>;
