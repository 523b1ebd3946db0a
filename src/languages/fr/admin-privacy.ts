import type { adminPrivacy as english } from '../en/admin-privacy.ts';
import type { Translation } from '../types.ts';

/** What people are told of what is kept about them: `/privacy`. */
export const adminPrivacy = {
  'privacy.choose': 'Veuillez choisir : afficher, exporter ou effacer.',
  'privacy.heading': '**Conservé sur vous**',
  'privacy.votes': {
    one: 'un avis sur des réponses (utile, pas utile), conservé six mois',
    other: '{n} avis sur des réponses (utile, pas utile), conservés six mois chacun',
  },
  'privacy.noVotes': 'aucun avis sur des réponses (utile, pas utile), conservés six mois chacun',
  'privacy.questions': '{questions} dans les journaux de {places}, dont {worded}',
  'privacy.count.questions': { one: 'une question', other: '{n} questions' },
  'privacy.count.noQuestions': 'aucune question',
  'privacy.count.places': { one: 'un lieu', other: '{n} lieux' },
  'privacy.count.noPlaces': 'aucun lieu',
  'privacy.worded': { one: '{n} avec son texte', other: '{n} avec leur texte' },
  'privacy.unworded': 'aucune avec son texte',
  'privacy.here': '**Ici :** {kept}',
  'privacy.server': '**Sur ce serveur :** {kept}',
  'privacy.off': 'aucune question n’est conservée.',
  'privacy.kept.words': {
    one: 'une question est conservée un jour, avec son texte : la commande, le jour et l’heure, si elle a eu une réponse, et quels articles et quelles personnes ont été cités.',
    other:
      'une question est conservée {n} jours, avec son texte : la commande, le jour et l’heure, si elle a eu une réponse, et quels articles et quelles personnes ont été cités.',
  },
  'privacy.kept.counted': {
    one: 'une question est conservée un jour, sans son texte : la commande, le jour et l’heure, si elle a eu une réponse, et quels articles et quelles personnes ont été cités.',
    other:
      'une question est conservée {n} jours, sans son texte : la commande, le jour et l’heure, si elle a eu une réponse, et quels articles et quelles personnes ont été cités.',
  },
  'privacy.code':
    '**Comment vous y figurez :** ni par votre nom ni par votre identifiant, mais par un code tiré de votre identifiant avec une clé secrète (HMAC-SHA-256). Il distingue vos entrées de celles des autres, pour qu’on puisse les retrouver pour vous, et sans la clé personne ne peut en déduire qui vous êtes.',
  'privacy.admins':
    '**Ce que voient les administrateurs :** combien de questions ont été posées, combien ont eu une réponse, quels articles et quelles personnes ont été cités et, seulement là où un serveur l’a activé, le texte des questions restées sans réponse. Jamais qui a demandé. Les réponses elles-mêmes ne sont que dans les messages de Discord.',
  'privacy.how': '/confidentialité exporter vous envoie tout dans un fichier, /confidentialité effacer l’efface.',
  'privacy.nothing': '**Rien n’est conservé sur vous.**',
  'privacy.given': '**Tout ce qui est conservé sur vous.** « voter » et « asker » sont le code qui vous représente.',
  'privacy.givenNothing': '**Rien n’est conservé sur vous.** Le fichier dit la même chose.',
  'privacy.file': 'Ce qui est conservé sur vous',
  'privacy.sure': '**Effacer {votes} et {questions} ?** C’est irréversible.',
  'privacy.count.votes': { one: 'un avis', other: '{n} avis' },
  'privacy.count.noVotes': 'aucun avis',
  'privacy.yes': 'Tout effacer',
  'privacy.no': 'Conserver',
  'privacy.deleted': {
    one: '**Effacé :** une entrée. Il ne reste rien sur vous. Ce que vous demanderez désormais sera conservé comme avant.',
    other:
      '**Effacé :** {n} entrées. Il ne reste rien sur vous. Ce que vous demanderez désormais sera conservé comme avant.',
  },
  'privacy.deletedNothing':
    '**Effacé :** aucune entrée. Il ne reste rien sur vous. Ce que vous demanderez désormais sera conservé comme avant.',
  'privacy.kept': '**Rien n’a été effacé.**',
} as const satisfies Translation<typeof english>;
