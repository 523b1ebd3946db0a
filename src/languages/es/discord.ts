import type { discord as english } from '../en/discord.ts';
import type { Translation } from '../types.ts';

/** What the bot says before and around its answers. */
export const discord = {
  'pager.previous': '◀ Anterior',
  'pager.next': 'Siguiente ▶',
  'pager.page': 'Página {page} de {pages}',

  'hello.name':
    '**Hola, soy {name}.** Respondo preguntas sobre artículos de prensa con sus propias palabras y demuestro cada cita.',
  'hello.ask': 'Pregunta con `/preguntar` o mencióname en un mensaje.',
  'hello.help': '`/ayuda` muestra qué más puedo hacer.',
  'hello.setup': 'Para quienes gestionan este servidor: `/configurar` indica dónde y cómo respondo.',
  usage: 'Pregúntame algo sobre los artículos y respondo con sus propias palabras. Mis comandos son {commands}.',

  'guard.guest':
    'No me han añadido a este servidor, así que aquí no hay nada que gestionar. Alguien que lo gestione puede añadirme.',
  'guard.direct': 'Esto solo funciona en un servidor. Úsalo en un canal del servidor del que se trate.',
  'guard.managers': 'Solo pueden hacerlo los miembros con el permiso «Gestionar servidor». Pídeselo a uno de ellos.',
  'guard.roles':
    'Solo pueden hacerlo los miembros con el permiso «Gestionar servidor» o el rol {roles}. Pídeselo a uno de ellos.',
  'guard.channels': 'En este servidor respondo en {channels}. Pregunta allí.',
  'guard.others': 'otros',
  'guard.threads': 'En este servidor no respondo en hilos. Pregunta en el propio canal.',
  'guard.private': 'En este servidor solo ve mis respuestas quien pregunta. Pregunta con /preguntar.',
  'guard.user': {
    one: 'Has preguntado todo lo que se permite en un minuto. Vuelve a preguntar dentro de un segundo.',
    other: 'Has preguntado todo lo que se permite en un minuto. Vuelve a preguntar dentro de {n} segundos.',
  },
  'guard.channel': {
    one: 'En este canal se ha preguntado todo lo que se permite en un minuto. Vuelve a preguntar dentro de un segundo.',
    other:
      'En este canal se ha preguntado todo lo que se permite en un minuto. Vuelve a preguntar dentro de {n} segundos.',
  },

  'trouble.restart': 'Me estoy reiniciando. Vuelve a preguntar dentro de un minuto.',
  'trouble.stale': 'Esto pertenece a otra versión del bot. Vuelve a usar el comando.',
  'trouble.long': 'Es demasiado largo. Haz una pregunta más corta.',
  'trouble.permission':
    'No tengo permiso para hacer eso aquí. Un administrador debe darme en este canal los permisos «Ver canal», «Enviar mensajes» y «Leer el historial de mensajes», y «Adjuntar archivos» para las imágenes y las exportaciones.',
  'trouble.incident':
    'Algo ha fallado por mi parte. Inténtalo de nuevo; si vuelve a ocurrir, indica al administrador de este bot el número de incidencia `{incident}`.',

  'file.large': 'Ese archivo supera los {size} MB. Divídelo en otros más pequeños.',
  'file.missing': 'No he podido obtener ese archivo de Discord. Adjúntalo de nuevo.',
  'file.late': 'Discord no me da ese archivo en este momento. Inténtalo de nuevo dentro de un minuto.',
  'file.output':
    'Sería un archivo de {size} MB y Discord admite aquí {limit} MB. Pide un período más corto o un tema más concreto.',
} as const satisfies Translation<typeof english>;
