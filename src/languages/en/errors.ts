/** Why the store or the web did not do it: one sentence for each trouble and reason that has a name. */
export const errors = {
  'store.away': 'What I keep cannot be reached at the moment. Please try again in a minute.',
  'store.full': 'There is no room left to keep this. An administrator of this bot has to make some.',
  'store.readonly':
    'Nothing can be kept, because the store may only be read. An administrator of this bot has to change that.',
  'store.damaged': 'What is kept here cannot be read any more.',
  'store.newer': 'This was kept by a newer version of the bot. An administrator has to update it.',
  'store.refused': 'The store did not accept this.',
  'store.busy': 'Somebody else is changing this at the same moment. Please try again.',
  'store.failed': 'This could not be kept. Please try again.',

  'web.url': 'That is not a web address that I can read. Please paste the whole link, beginning with https://.',
  'web.scheme': 'I open only links that begin with https:// or http://. Please paste one of those.',
  'web.credentials':
    'That link has a user name or a password in it, so I do not open it. Please paste it without them.',
  'web.port': 'That link names an unusual port, so I do not open it. Please paste the address of a public web page.',
  'web.address':
    'That link leads to an address inside a network, so I do not open it. Please paste the address of a public web page.',
  'web.redirects': 'That link leads on and on to other links. Please paste the address of the page where it ends.',
  'web.robots':
    'That site asks programs not to read this page, so I do not open it. Please save the page and add it as a file instead.',
  'web.type':
    'That link leads to something other than text. Please paste a link to a page, a PDF, a Word document, a text or a feed.',
  'web.size': 'What that link leads to is too large. Please paste a link to a shorter text.',
  'web.time':
    'That site took too long to answer, so I stopped. Please try again later. Please save the page and add it as a file instead.',
  'web.certificate':
    'That site cannot prove that it is what it says (its certificate is not valid), so I do not open it.',
  'web.protocol': 'What answers there is not a proper web site. Please check the link.',
  'web.damaged': 'What that site sent is damaged and cannot be unpacked. Please try again later.',
  'web.unreachable': 'I cannot reach that site. Please check the link, or try again later.',
  'web.busy': 'I am fetching many links already. Please try again in a minute.',
  'web.status': 'That site gave no page for this link. Please check it.',
  'web.closed': 'That site does not let me read this page. Please save the page and add it as a file instead.',
  'web.missing': 'There is no page at that link. Please check it.',
  'web.gone': 'That page was taken down for good. Please remove the link, or paste another one.',
  'web.often': 'That site says that I ask too often. Please try again later.',
  'web.broken': 'That site is out of order at the moment. Please try again later.',
} as const;
