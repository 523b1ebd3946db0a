import type { help as english } from '../en/help.ts';
import type { Translation } from '../types.ts';

/** The reply of `/help`. */
export const help = {
  'help.start': '**我根据新闻文章，用文章的原文回答。**每个回答都是可以核实的引文。文章中没有提到时，我会如实说明。',
  'help.entry': '**{name}** {description}',
  'help.example': '{entry}（例如：{example}）',
  'help.menu': '长按或右键点击消息 › APP › {name}',
  'help.find': '在文章中查找消息所说的内容',
  'help.check': '说明消息中的引语是否真的有人说过',
  'help.mention': '您也可以在消息中提及我并写上问题，或直接给我发私信。',
  'help.reading':
    '**如何阅读回答。**引用块是文章原文，一字不差；回答问题的词语以粗体显示。下方带编号的一行标明文章、发布者和发布日期。**{context}** 显示前后的句子，**{proof}** 显示原文所在的位置以及如何自行核对。',

  'help.admins': '**您管理着这个服务器，因此还可以使用：**',
  'help.managers': '**您管理着这个服务器的文章，因此还可以使用：**',
  'help.direct': '私信没有设置：在私信中，我根据自带的文章回答，一切均为初始设置。',

  'help.votes': '隐私：对回答的评价（{helpful}、{unhelpful}）会保存半年，并以代码代替您的 ID。',
  'help.countedHere': { other: '这里会统计问题，保留 {n} 天，不含其文字。' },
  'help.keptHere': { other: '这里会统计问题，保留 {n} 天，包含其文字。' },
  'help.counted': { other: '在这个服务器中会统计问题，保留 {n} 天，不含其文字。' },
  'help.kept': { other: '在这个服务器中会统计问题，保留 {n} 天，包含其文字。' },
  'help.privacy': '问题和回答存在于 Discord 的消息中。`/隐私` 可查看、获取和删除关于您的保存内容。',
} as const satisfies Translation<typeof english>;
