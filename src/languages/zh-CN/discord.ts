import type { discord as english } from '../en/discord.ts';
import type { Translation } from '../types.ts';

/** What the bot says before and around its answers. */
export const discord = {
  'pager.previous': '◀ 上一页',
  'pager.next': '下一页 ▶',
  'pager.page': '第 {page} 页，共 {pages} 页',

  'hello.name': '**您好，我是 {name}。** 我用新闻文章的原文回答有关这些文章的问题，并为每一处引文提供证明。',
  'hello.ask': '请使用 `/提问`，或在消息中提及我。',
  'hello.help': '`/帮助` 会说明我还能做什么。',
  'hello.setup': '致本服务器的管理者：使用 `/设置` 可以决定我在哪里回答、如何回答。',
  usage: '请就这些文章向我提问，我会用文章的原文回答。可用的命令：{commands}。',

  'guard.guest': '我尚未被添加到这个服务器，因此这里没有可管理的内容。服务器的管理者可以添加我。',
  'guard.direct': '此功能只能在服务器中使用。请在相关服务器的频道里使用。',
  'guard.managers': '只有拥有“管理服务器”权限的成员才能这样做。请联系其中一位。',
  'guard.roles': '只有拥有“管理服务器”权限或 {roles} 身份组的成员才能这样做。请联系其中一位。',
  'guard.channels': '在这个服务器中，我在 {channels} 回答问题。请到那里提问。',
  'guard.others': '其他',
  'guard.threads': '在这个服务器中，我不在子区里回答问题。请直接在频道中提问。',
  'guard.private': '在这个服务器中，我的回答只有提问者本人可见。请使用 /提问。',
  'guard.user': { other: '您在一分钟内的提问次数已达上限。请在 {n} 秒后再提问。' },
  'guard.channel': { other: '这个频道在一分钟内的提问次数已达上限。请在 {n} 秒后再提问。' },

  'trouble.restart': '我正在重启。请一分钟后再提问。',
  'trouble.stale': '这属于机器人的另一个版本。请重新使用该命令。',
  'trouble.long': '内容太长。请提一个更短的问题。',
  'trouble.permission':
    '我无权在这里执行此操作。管理员需要在这个频道中授予我“查看频道”“发送消息”和“读取消息历史记录”权限；要发送图片和导出文件，还需要“附加文件”权限。',
  'trouble.incident': '我这边出了问题。请再试一次；如果再次发生，请将事件编号 `{incident}` 告知此机器人的管理员。',

  'file.large': '该文件超过 {size} MB。请将其拆分成较小的文件。',
  'file.missing': '我无法从 Discord 获取该文件。请重新添加附件。',
  'file.late': 'Discord 目前无法提供该文件。请一分钟后再试。',
  'file.output': '该文件将有 {size} MB，而 Discord 在这里只接受 {limit} MB。请选择更短的时间段或更具体的主题。',
} as const satisfies Translation<typeof english>;
