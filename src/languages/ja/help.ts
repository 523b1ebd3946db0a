import type { help as english } from '../en/help.ts';
import type { Translation } from '../types.ts';

/** The reply of `/help`. */
export const help = {
  'help.start':
    '**ニュース記事から、記事そのものの言葉で答えます。**答えはすべて、確認できる引用です。記事に書かれていないときは、そのように伝えます。',
  'help.entry': '**{name}** {description}',
  'help.example': '{entry}（例：{example}）',
  'help.menu': 'メッセージを長押しまたは右クリック › アプリ › {name}',
  'help.find': 'メッセージの内容を記事の中から探します',
  'help.check': 'メッセージ内の引用が本当の発言かどうかを示します',
  'help.mention': '質問を書いたメッセージで私にメンションするか、直接メッセージを送ることもできます。',
  'help.reading':
    '**答えの読み方。**引用ブロックは記事の文そのままで、答えにあたる言葉は太字です。その下の番号付きの行に、記事、発行元、公開日を示します。**{context}** では引用の周りの文を、**{proof}** では言葉の位置と自分で確認する方法を表示します。',

  'help.admins': '**このサーバーを管理しているあなたへ：**',
  'help.managers': '**このサーバーの記事を管理しているあなたへ：**',
  'help.direct':
    'ダイレクトメッセージには設定がありません。そこでは、最初から備わっている記事をもとに、すべて初期設定のまま答えます。',

  'help.votes':
    'プライバシー：答えへの評価（{helpful}、{unhelpful}）は、ID の代わりにコードを使って半年間保存されます。',
  'help.countedHere': { other: 'ここでは、質問は文言なしで件数だけ{n}日間記録されます。' },
  'help.keptHere': { other: 'ここでは、質問は文言とともに{n}日間記録されます。' },
  'help.counted': { other: 'このサーバーでは、質問は文言なしで件数だけ{n}日間記録されます。' },
  'help.kept': { other: 'このサーバーでは、質問は文言とともに{n}日間記録されます。' },
  'help.privacy':
    '質問と答えは Discord のメッセージにあります。`/プライバシー` で、あなたについて保存されている情報の表示、取得、削除ができます。',
} as const satisfies Translation<typeof english>;
