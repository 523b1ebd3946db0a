import type { errors as english } from '../en/errors.ts';
import type { Translation } from '../types.ts';

/** Why the store or the web did not do it: one sentence for each trouble and reason that has a name. */
export const errors = {
  'store.away': '目前无法访问我保存的数据。请一分钟后再试。',
  'store.full': '没有空间保存此内容。此机器人的管理员需要腾出空间。',
  'store.readonly': '存储为只读，无法保存任何内容。此机器人的管理员需要更改这一点。',
  'store.damaged': '这里保存的内容已无法读取。',
  'store.newer': '这是由机器人的更新版本保存的。管理员需要更新机器人。',
  'store.refused': '存储没有接受此内容。',
  'store.busy': '其他人正在同时更改此内容。请再试一次。',
  'store.failed': '未能保存。请再试一次。',

  'web.url': '这不是我能读取的网址。请粘贴以 https:// 开头的完整链接。',
  'web.scheme': '我只打开以 https:// 或 http:// 开头的链接。请粘贴这样的链接。',
  'web.credentials': '该链接包含用户名或密码，因此我不会打开它。请去掉这些内容后再粘贴。',
  'web.port': '该链接使用了不常见的端口，因此我不会打开它。请粘贴公开网页的地址。',
  'web.address': '该链接指向内部网络的地址，因此我不会打开它。请粘贴公开网页的地址。',
  'web.redirects': '该链接不断跳转到其他链接。请粘贴最终页面的地址。',
  'web.robots': '该网站要求程序不要读取此页面，因此我不会打开它。请保存该页面，然后以文件形式添加。',
  'web.type': '该链接指向的不是文本。请粘贴网页、PDF、Word 文档、文本或订阅源的链接。',
  'web.size': '该链接指向的内容过大。请粘贴较短文本的链接。',
  'web.time': '该网站响应时间过长，因此我停止了读取。请稍后再试，或保存该页面并以文件形式添加。',
  'web.certificate': '该网站无法证明自己的身份（其证书无效），因此我不会打开它。',
  'web.protocol': '该地址的响应不是正常的网站。请检查链接。',
  'web.damaged': '该网站发送的内容已损坏，无法解压。请稍后再试。',
  'web.unreachable': '我无法访问该网站。请检查链接，或稍后再试。',
  'web.busy': '我正在获取许多链接。请一分钟后再试。',
  'web.status': '该网站没有为此链接提供页面。请检查链接。',
  'web.closed': '该网站不允许我读取此页面。请保存该页面，然后以文件形式添加。',
  'web.missing': '该链接没有对应的页面。请检查链接。',
  'web.gone': '该页面已被永久移除。请删除该链接，或粘贴另一个链接。',
  'web.often': '该网站表示我的请求过于频繁。请稍后再试。',
  'web.broken': '该网站目前出现故障。请稍后再试。',
} as const satisfies Translation<typeof english>;
