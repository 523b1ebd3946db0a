import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../types.ts';

/** Why the store or the web did not do it: one sentence for each trouble and reason that has a name. */
export const errors = {
  'store.away': 'En este momento no puedo acceder a lo que guardo. Inténtalo de nuevo dentro de un minuto.',
  'store.full': 'No queda espacio para guardar esto. Un administrador de este bot tiene que liberarlo.',
  'store.readonly':
    'No se puede guardar nada porque el almacén es de solo lectura. Un administrador de este bot tiene que cambiarlo.',
  'store.damaged': 'Lo que se guarda aquí ya no se puede leer.',
  'store.newer': 'Esto lo guardó una versión más nueva del bot. Un administrador tiene que actualizarlo.',
  'store.refused': 'El almacén no ha aceptado esto.',
  'store.busy': 'Otra persona está cambiando esto en este mismo momento. Inténtalo de nuevo.',
  'store.failed': 'No se ha podido guardar. Inténtalo de nuevo.',

  'web.url': 'Eso no es una dirección web que pueda leer. Pega el enlace completo, empezando por https://.',
  'web.scheme': 'Solo abro enlaces que empiezan por https:// o http://. Pega uno de ellos.',
  'web.credentials':
    'Ese enlace contiene un nombre de usuario o una contraseña, así que no lo abro. Pégalo sin esos datos.',
  'web.port': 'Ese enlace indica un puerto poco habitual, así que no lo abro. Pega la dirección de una página pública.',
  'web.address':
    'Ese enlace lleva a una dirección interna de una red, así que no lo abro. Pega la dirección de una página pública.',
  'web.redirects': 'Ese enlace lleva una y otra vez a otros enlaces. Pega la dirección de la página en la que termina.',
  'web.robots':
    'Ese sitio pide a los programas que no lean esta página, así que no la abro. Guarda la página y añádela como archivo.',
  'web.type':
    'Ese enlace lleva a algo que no es texto. Pega un enlace a una página, un PDF, un documento de Word, un texto o un canal RSS.',
  'web.size': 'Aquello a lo que lleva ese enlace es demasiado grande. Pega un enlace a un texto más corto.',
  'web.time':
    'Ese sitio ha tardado demasiado en responder, así que lo he dejado. Inténtalo más tarde, o guarda la página y añádela como archivo.',
  'web.certificate':
    'Ese sitio no puede demostrar que es el que dice ser (su certificado no es válido), así que no lo abro.',
  'web.protocol': 'Lo que responde en esa dirección no es un sitio web correcto. Comprueba el enlace.',
  'web.damaged': 'Lo que ha enviado ese sitio está dañado y no se puede descomprimir. Inténtalo más tarde.',
  'web.unreachable': 'No puedo acceder a ese sitio. Comprueba el enlace o inténtalo más tarde.',
  'web.busy': 'Ya estoy abriendo muchos enlaces. Inténtalo de nuevo dentro de un minuto.',
  'web.status': 'Ese sitio no ha dado ninguna página para este enlace. Compruébalo.',
  'web.closed': 'Ese sitio no me deja leer esta página. Guarda la página y añádela como archivo.',
  'web.missing': 'No hay ninguna página en ese enlace. Compruébalo.',
  'web.gone': 'Esa página se ha retirado definitivamente. Quita el enlace o pega otro.',
  'web.often': 'Ese sitio dice que pregunto con demasiada frecuencia. Inténtalo más tarde.',
  'web.broken': 'Ese sitio no funciona en este momento. Inténtalo más tarde.',
} as const satisfies Translation<typeof english>;
