const from = ['開始日', 'この日以降に公開された記事だけ：2019、2019-09、2019-09-10 のように指定'] as const;
const to = ['終了日', 'この日以前に公開された記事だけ：2019、2019-09、2019-09-10 のように指定'] as const;
const theme = ['配色', '画像の配色（省略するとダーク）'] as const;
const title = ['タイトル', '記事のタイトル'] as const;
const date = ['日付', '公開日：2019-09-10 または 10 Sep 2019 のように指定'] as const;
const source = ['出典', '記事の発行元'] as const;
const article = ['記事', '対象の記事'] as const;

/** Names and descriptions of the commands, by path. Names are lower case, without spaces, 32 characters at most; descriptions 100. */
export const ja = {
  ask: ['質問', '記事に質問します。答えは出典付きの引用です'],
  'ask.question': ['質問文', '質問を一文で'],
  'ask.article': ['記事', 'この記事だけに質問する'],
  'ask.from': from,
  'ask.to': to,
  'ask.private': ['非公開', '答えを自分だけに表示する'],

  quote: ['引用', '誰が何を言い、どこに掲載されたかを探します'],
  'quote.about': ['テーマ', '引用の話題（例：「sanctions」）'],
  'quote.speaker': ['発言者', '誰の発言か'],
  'quote.kind': ['種類', '本人の言葉か、伝聞か'],
  'quote.kind.direct': '直接：引用符に入った本人の言葉',
  'quote.kind.mixed': '混合：一部の言葉が引用符に入ったもの',
  'quote.kind.indirect': '間接：記事の言葉で伝えられたもの',
  'quote.from': from,
  'quote.to': to,

  speaker: ['発言者', 'どのような人物か、記事に何が引用されているかを表示します'],
  'speaker.name': ['名前', '発言者の名前、またはその一部'],

  check: ['検証', '本当にそう言ったのか、引用を記事と一語ずつ照合します'],
  'check.text': ['引用文', '引用（発言者は省略可）：“…,” X said'],

  timeline: ['年表', 'いつ何が起きたかを、記事そのものの文で表示します'],
  'timeline.topic': ['テーマ', '話題（例：「missile tests」）'],
  'timeline.from': ['開始日', 'この日から：2018、2018-06、2018-06-12 のように指定'],
  'timeline.to': ['終了日', 'この日まで：2018、2018-06、2018-06-12 のように指定'],
  'timeline.order': ['並び順', 'どの日付を先にするか（省略すると古い順）'],
  'timeline.order.oldest': '古い順',
  'timeline.order.newest': '新しい順',
  'timeline.picture': ['画像', '共有用の画像を付ける'],
  'timeline.theme': theme,
  'timeline.theme.dark': 'ダーク',
  'timeline.theme.light': 'ライト',

  article: ['記事', '記事の一覧を表示するか、一つをページごとに読みます'],
  'article.article': ['記事', '読む記事（省略すると一覧）'],

  help: ['ヘルプ', 'このボットでできることと、答えの読み方'],

  privacy: ['プライバシー', 'あなたについて保存されている情報の表示、取得、削除'],
  'privacy.show': ['表示', '何がどこにどのくらいの期間保存されているか'],
  'privacy.give': ['書き出し', 'あなたについて保存されている情報をすべてファイルで受け取る'],
  'privacy.forget': ['削除', 'あなたについて保存されている情報をすべて削除（事前に確認します）'],

  'Find in articles': '記事内を検索',
  'Check this quote': 'この引用を検証',

  knowledge: ['記事管理', 'このサーバーの記事の追加、一覧、編集、削除、書き出し、確認'],
  'knowledge.add': ['追加', '記事を追加：ファイル、リンク、テキスト。オプションなしでは一度に10ファイルまで'],
  'knowledge.add.file': ['ファイル', 'テキスト、Markdown、HTML、PDF、DOCX、JSON、RSS、Atom、またはそれらの ZIP'],
  'knowledge.add.link': ['リンク', '一つの記事へのリンク'],
  'knowledge.add.text': ['本文', '記事の本文'],
  'knowledge.add.title': title,
  'knowledge.add.date': date,
  'knowledge.add.source': source,
  'knowledge.feed': ['フィード', '新しい記事を自動で取り込むフィード'],
  'knowledge.feed.add': ['追加', '今後 RSS または Atom フィードを読み込む'],
  'knowledge.feed.add.link': ['リンク', 'フィードのアドレス'],
  'knowledge.feed.list': ['一覧', 'フィードの一覧を表示'],
  'knowledge.feed.remove': ['削除', 'フィードの読み込みをやめる（記事は残ります）'],
  'knowledge.feed.remove.feed': ['フィード', 'アドレス、またはタイトルに含まれる語'],
  'knowledge.list': ['一覧', 'このサーバー独自の記事の一覧を表示'],
  'knowledge.show': ['表示', '記事について分かっていることをすべて表示'],
  'knowledge.show.article': article,
  'knowledge.edit': ['編集', '記事のタイトル、日付、出典を変更'],
  'knowledge.edit.article': article,
  'knowledge.edit.title': title,
  'knowledge.edit.date': date,
  'knowledge.edit.source': source,
  'knowledge.remove': ['削除', '一つの記事、または同じ取得元の記事をすべて削除'],
  'knowledge.remove.article': article,
  'knowledge.remove.origin': ['取得元', 'このファイル、リンク、フィードから追加されたものすべて'],
  'knowledge.reload': ['再読み込み', '保存先から記事をもう一度読み込む'],
  'knowledge.export': ['書き出し', 'このサーバーの記事をすべてファイルに保存'],
  'knowledge.export.part': ['番号', '一つのファイルに収まらないとき、何番目の部分か'],
  'knowledge.check': ['確認', 'ファイルや記事がどう読まれるか、問題がないかを確認（何も追加しません）'],
  'knowledge.check.file': ['ファイル', '追加を検討しているファイル'],
  'knowledge.check.article': ['記事', 'このサーバーの記事'],

  setup: ['設定', 'このサーバーでボットがどこでどう答え、何を保存するか'],

  config: ['設定管理', 'このサーバーの設定全体の表示、リセット、書き出し、読み込み'],
  'config.show': ['表示', 'すべての設定を表示'],
  'config.reset': ['リセット', 'すべてを最初の状態に戻す（事前に確認します）'],
  'config.export': ['書き出し', 'すべての設定をファイルに保存'],
  'config.import': ['読み込み', '書き出したファイルから設定を読み込む'],
  'config.import.file': ['ファイル', 'JSON ファイル（含まれていない設定は最初の状態になります）'],

  insights: ['統計', 'ここで何が質問され、何に答え、記事に何が書かれていないか'],
  'insights.days': ['日数', '直近の日数（省略すると30）'],
  'insights.theme': theme,
  'insights.theme.dark': 'ダーク',
  'insights.theme.light': 'ライト',
} as const;
