import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../types.ts';

/** Why the store or the web did not do it: one sentence for each trouble and reason that has a name. */
export const errors = {
  'store.away': 'Mes données sont inaccessibles pour le moment. Veuillez réessayer dans une minute.',
  'store.full': 'Il n’y a plus de place pour conserver cela. Un administrateur de ce bot doit en libérer.',
  'store.readonly':
    'Rien ne peut être conservé, car le stockage est en lecture seule. Un administrateur de ce bot doit y remédier.',
  'store.damaged': 'Les données conservées ici ne sont plus lisibles.',
  'store.newer': 'Ceci a été enregistré par une version plus récente du bot. Un administrateur doit le mettre à jour.',
  'store.refused': 'Le stockage n’a pas accepté cela.',
  'store.busy': 'Quelqu’un d’autre modifie ceci au même moment. Veuillez réessayer.',
  'store.failed': 'Cela n’a pas pu être enregistré. Veuillez réessayer.',

  'web.url':
    'Ce n’est pas une adresse web que je peux lire. Veuillez coller le lien entier, en commençant par https://.',
  'web.scheme':
    'Je n’ouvre que les liens qui commencent par https:// ou http://. Veuillez coller un lien de cette forme.',
  'web.credentials':
    'Ce lien contient un nom d’utilisateur ou un mot de passe, je ne l’ouvre donc pas. Veuillez le coller sans eux.',
  'web.port':
    'Ce lien indique un port inhabituel, je ne l’ouvre donc pas. Veuillez coller l’adresse d’une page web publique.',
  'web.address':
    'Ce lien mène à une adresse interne à un réseau, je ne l’ouvre donc pas. Veuillez coller l’adresse d’une page web publique.',
  'web.redirects':
    'Ce lien renvoie sans cesse à d’autres liens. Veuillez coller l’adresse de la page à laquelle il aboutit.',
  'web.robots':
    'Ce site demande aux programmes de ne pas lire cette page, je ne l’ouvre donc pas. Veuillez enregistrer la page et l’ajouter comme fichier.',
  'web.type':
    'Ce lien mène à autre chose que du texte. Veuillez coller un lien vers une page, un PDF, un document Word, un texte ou un flux.',
  'web.size': 'Ce à quoi mène ce lien est trop volumineux. Veuillez coller un lien vers un texte plus court.',
  'web.time':
    'Ce site a mis trop de temps à répondre, j’ai donc arrêté. Veuillez réessayer plus tard, ou enregistrer la page et l’ajouter comme fichier.',
  'web.certificate':
    'Ce site ne peut pas prouver son identité (son certificat n’est pas valide), je ne l’ouvre donc pas.',
  'web.protocol': 'Ce qui répond à cette adresse n’est pas un vrai site web. Veuillez vérifier le lien.',
  'web.damaged': 'Ce que ce site a envoyé est endommagé et ne peut pas être décompressé. Veuillez réessayer plus tard.',
  'web.unreachable': 'Je ne parviens pas à joindre ce site. Veuillez vérifier le lien ou réessayer plus tard.',
  'web.busy': 'Je récupère déjà de nombreux liens. Veuillez réessayer dans une minute.',
  'web.status': 'Ce site n’a fourni aucune page pour ce lien. Veuillez le vérifier.',
  'web.closed': 'Ce site ne me laisse pas lire cette page. Veuillez enregistrer la page et l’ajouter comme fichier.',
  'web.missing': 'Il n’y a pas de page à cette adresse. Veuillez vérifier le lien.',
  'web.gone': 'Cette page a été définitivement retirée. Veuillez supprimer le lien ou en coller un autre.',
  'web.often': 'Ce site indique que je fais trop de demandes. Veuillez réessayer plus tard.',
  'web.broken': 'Ce site est en panne pour le moment. Veuillez réessayer plus tard.',
} as const satisfies Translation<typeof english>;
