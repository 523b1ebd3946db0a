/** What the bot says before and around its answers. */
export const discord = {
  'pager.previous': '◀ Previous',
  'pager.next': 'Next ▶',
  'pager.page': 'Page {page} of {pages}',

  'hello.name':
    '**Hello, I am {name}.** I answer questions about news articles in their own words, and prove every quotation.',
  'hello.ask': 'Ask with `/ask`, or mention me in a message.',
  'hello.help': '`/help` shows what else I can do.',
  'hello.setup': 'For those who manage this server: `/setup` says where and how I answer.',
  usage: 'Ask me something about the articles, and I answer in their own words. My commands are {commands}.',

  'guard.guest':
    'I was not added to this server, so there is nothing to manage here. Someone who manages it can add me.',
  'guard.direct': 'This works in a server only. Please use it in a channel of the server that it is about.',
  'guard.managers': 'Only members with the permission Manage Server can do this. Please ask one of them.',
  'guard.roles':
    'Only members with the permission Manage Server or the role {roles} can do this. Please ask one of them.',
  'guard.channels': 'On this server I answer in {channels}. Please ask there.',
  'guard.others': 'others',
  'guard.threads': 'I do not answer in threads on this server. Please ask in the channel itself.',
  'guard.private': 'On this server my answers are for those who ask alone. Please ask with /ask.',
  'guard.user': {
    one: 'You have asked as often as you may in a minute. Please ask again in a second.',
    other: 'You have asked as often as you may in a minute. Please ask again in {n} seconds.',
  },
  'guard.channel': {
    one: 'This channel has asked as often as it may in a minute. Please ask again in a second.',
    other: 'This channel has asked as often as it may in a minute. Please ask again in {n} seconds.',
  },

  'trouble.restart': 'I am being restarted. Please ask again in a minute.',
  'trouble.stale': 'This belongs to another version of the bot. Please use the command again.',
  'trouble.long': 'That is too long. Please ask a shorter question.',
  'trouble.permission':
    'I may not do that here. An administrator has to give me the permissions View Channel, Send Messages and Read Message History in this channel, and Attach Files for pictures and exports.',
  'trouble.incident':
    'Something went wrong on my side. Please try again; if it happens again, tell the administrator of this bot the incident number `{incident}`.',

  'file.large': 'That file is larger than {size} MB. Please split it into smaller ones.',
  'file.missing': 'I could not get that file from Discord. Please attach it again.',
  'file.late': 'Discord does not give me that file at the moment. Please try again in a minute.',
  'file.output':
    'That would be a file of {size} MB, and Discord takes {limit} MB here. Please ask for a shorter period or a narrower topic.',
} as const;
