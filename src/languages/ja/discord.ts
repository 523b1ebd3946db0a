import type { discord as english } from '../en/discord.ts';
import type { Translation } from '../types.ts';

/** What the bot says before and around its answers. */
export const discord = {
  'pager.previous': '◀ 前へ',
  'pager.next': '次へ ▶',
  'pager.page': '{page} / {pages} ページ',

  'hello.name':
    '**こんにちは、{name} です。** ニュース記事についての質問に、記事そのものの言葉で答え、すべての引用の出典を示します。',
  'hello.ask': '`/質問` を使うか、メッセージで私にメンションして質問してください。',
  'hello.help': 'ほかにできることは `/ヘルプ` で確認できます。',
  'hello.setup': 'サーバーを管理している方へ：どこでどのように答えるかは `/設定` で決められます。',
  usage: '記事について質問してください。記事そのものの言葉で答えます。使えるコマンド：{commands}',

  'guard.guest':
    'このサーバーには追加されていないため、ここで管理できるものはありません。サーバーを管理している方が追加できます。',
  'guard.direct': 'これはサーバーでのみ使えます。対象のサーバーのチャンネルで使ってください。',
  'guard.managers': 'これは「サーバー管理」権限を持つメンバーだけが行えます。該当するメンバーに頼んでください。',
  'guard.roles':
    'これは「サーバー管理」権限または {roles} のロールを持つメンバーだけが行えます。該当するメンバーに頼んでください。',
  'guard.channels': 'このサーバーでは {channels} で答えています。そちらで質問してください。',
  'guard.others': 'その他',
  'guard.threads': 'このサーバーではスレッドでは答えていません。チャンネルで質問してください。',
  'guard.private': 'このサーバーでは、答えは質問した本人にだけ表示されます。/質問 で質問してください。',
  'guard.user': { other: '1分間に質問できる回数に達しました。{n}秒後にもう一度質問してください。' },
  'guard.channel': {
    other: 'このチャンネルで1分間に質問できる回数に達しました。{n}秒後にもう一度質問してください。',
  },

  'trouble.restart': '現在再起動中です。1分後にもう一度質問してください。',
  'trouble.stale': 'これは別のバージョンのボットのものです。コマンドをもう一度使ってください。',
  'trouble.long': '長すぎます。もっと短い質問にしてください。',
  'trouble.permission':
    'ここではその操作を行う権限がありません。管理者がこのチャンネルで「チャンネルを見る」「メッセージを送信」「メッセージ履歴を読む」の権限を与える必要があります。画像と書き出しには「ファイルを添付」も必要です。',
  'trouble.incident':
    'ボット側で問題が発生しました。もう一度お試しください。再び起きる場合は、このボットの管理者に障害番号 `{incident}` を伝えてください。',

  'file.large': 'このファイルは {size} MB を超えています。小さなファイルに分けてください。',
  'file.missing': 'Discord からファイルを取得できませんでした。もう一度添付してください。',
  'file.late': '現在 Discord からファイルを取得できません。1分後にもう一度お試しください。',
  'file.output':
    'ファイルが {size} MB になりますが、ここで Discord が受け付けるのは {limit} MB までです。期間を短くするか、テーマを絞ってください。',
} as const satisfies Translation<typeof english>;
