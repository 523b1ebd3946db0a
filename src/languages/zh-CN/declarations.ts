const from = ['起始日期', '仅限此日期及之后发布的文章：2019、2019-09 或 2019-09-10'] as const;
const to = ['截止日期', '仅限此日期及之前发布的文章：2019、2019-09 或 2019-09-10'] as const;
const theme = ['配色', '图片的外观；不填则为深色'] as const;
const title = ['标题', '文章的标题'] as const;
const date = ['日期', '发布日期：2019-09-10 或 10 Sep 2019'] as const;
const source = ['来源', '由谁发布'] as const;
const article = ['文章', '要处理的文章'] as const;

/** Names and descriptions of the commands, by path. Names are lower case, without spaces, 32 characters at most; descriptions 100. */
export const zhCN = {
  ask: ['提问', '向文章提问；答案是带有出处的引文'],
  'ask.question': ['问题', '您的问题，用一句话写出'],
  'ask.article': ['文章', '只向这篇文章提问'],
  'ask.from': from,
  'ask.to': to,
  'ask.private': ['仅自己可见', '答案只显示给您自己'],

  quote: ['引语', '查找谁说了什么，以及刊登在哪里'],
  'quote.about': ['主题', '引语的主题，例如“sanctions”'],
  'quote.speaker': ['人物', '是谁说的'],
  'quote.kind': ['类型', '说话者的原话，还是转述'],
  'quote.kind.direct': '直接引语：引号中的说话者原话',
  'quote.kind.mixed': '混合引语：部分词语在引号中',
  'quote.kind.indirect': '间接引语：用文章的话转述',
  'quote.from': from,
  'quote.to': to,

  speaker: ['人物', '某人是谁，以及文章引用了此人的哪些话'],
  'speaker.name': ['姓名', '人物的姓名或其中一部分'],

  check: ['核对', '真的这样说过吗？将引文与文章逐字比较'],
  'check.text': ['引文', '引文，可附说话者：“…,” X said'],

  timeline: ['时间线', '何时发生了什么，用文章的原句呈现'],
  'timeline.topic': ['主题', '相关主题，例如“missile tests”'],
  'timeline.from': ['起始日期', '从此日期起：2018、2018-06 或 2018-06-12'],
  'timeline.to': ['截止日期', '到此日期为止（含当日）：2018、2018-06 或 2018-06-12'],
  'timeline.order': ['顺序', '哪个日期在前；不填则最早的在前'],
  'timeline.order.oldest': '最早的在前',
  'timeline.order.newest': '最新的在前',
  'timeline.picture': ['图片', '附上可分享的图片'],
  'timeline.theme': theme,
  'timeline.theme.dark': '深色',
  'timeline.theme.light': '浅色',

  article: ['文章', '列出文章，或逐页阅读其中一篇'],
  'article.article': ['文章', '要阅读的文章；不填则显示列表'],

  help: ['帮助', '此机器人能做什么，以及如何阅读它的回答'],

  privacy: ['隐私', '关于您保存了什么：查看、获取、删除'],
  'privacy.show': ['查看', '关于您保存了什么、保存在哪里、保存多久'],
  'privacy.give': ['导出', '以文件形式获取关于您的全部保存内容'],
  'privacy.forget': ['删除', '删除关于您的全部保存内容；会先询问'],

  'Find in articles': '在文章中查找',
  'Check this quote': '核对这段引语',

  knowledge: ['知识库', '本服务器的文章：添加、列出、编辑、移除、导出和检查'],
  'knowledge.add': ['添加', '添加文章：文件、链接或文本；不填选项则可一次添加最多 10 个文件'],
  'knowledge.add.file': ['文件', '文本、Markdown、HTML、PDF、DOCX、JSON、RSS、Atom 或包含它们的 ZIP'],
  'knowledge.add.link': ['链接', '一篇文章的链接'],
  'knowledge.add.text': ['正文', '文章的正文'],
  'knowledge.add.title': title,
  'knowledge.add.date': date,
  'knowledge.add.source': source,
  'knowledge.feed': ['订阅源', '自动获取新文章的订阅源'],
  'knowledge.feed.add': ['添加', '从现在起读取一个 RSS 或 Atom 订阅源'],
  'knowledge.feed.add.link': ['链接', '订阅源的地址'],
  'knowledge.feed.list': ['列表', '列出订阅源'],
  'knowledge.feed.remove': ['移除', '停止读取订阅源；其文章会保留'],
  'knowledge.feed.remove.feed': ['订阅源', '其地址，或标题中的词语'],
  'knowledge.list': ['列表', '列出本服务器自有的文章'],
  'knowledge.show': ['查看', '显示某篇文章的全部已知信息'],
  'knowledge.show.article': article,
  'knowledge.edit': ['编辑', '更改文章的标题、日期或来源'],
  'knowledge.edit.article': article,
  'knowledge.edit.title': title,
  'knowledge.edit.date': date,
  'knowledge.edit.source': source,
  'knowledge.remove': ['移除', '移除一篇文章，或来自同一处的所有文章'],
  'knowledge.remove.article': article,
  'knowledge.remove.origin': ['出处', '来自此文件、链接或订阅源的所有内容'],
  'knowledge.reload': ['重新加载', '从存储中重新读取文章'],
  'knowledge.export': ['导出', '将本服务器的所有文章保存到文件'],
  'knowledge.export.part': ['部分', '一个文件放不下时，选择第几部分'],
  'knowledge.check': ['检查', '文件或文章如何被读取，有什么问题；不会添加任何内容'],
  'knowledge.check.file': ['文件', '您可能要添加的文件'],
  'knowledge.check.article': ['文章', '本服务器的一篇文章'],

  setup: ['设置', '机器人在本服务器的何处、如何回答，以及保存什么'],

  config: ['配置', '本服务器的全部设置：显示、重置、导出和导入'],
  'config.show': ['显示', '显示所有设置'],
  'config.reset': ['重置', '将一切恢复到最初状态；会先询问'],
  'config.export': ['导出', '将所有设置保存到文件'],
  'config.import': ['导入', '从导出的文件中读取设置'],
  'config.import.file': ['文件', 'JSON 文件；其中缺少的设置恢复到最初状态'],

  insights: ['统计', '这里问了什么、答了什么，以及文章没有说什么'],
  'insights.days': ['天数', '最近多少天；不填则为 30'],
  'insights.theme': theme,
  'insights.theme.dark': '深色',
  'insights.theme.light': '浅色',
} as const;
