//! Longer texts.

/// A sample in the Ministry of Education's recommended characters; written for this project.
pub const SAMPLE_ARTICLE: &str = "\
透早的市場

天猶未光，市場就鬧熱起來矣。賣菜的阿婆共一把一把的青菜排甲整整齊齊，喙閣那唸：「今仔日的菜頭上甜，欲買著緊！」買菜的人若行若看，手裡提一个籃仔，心內咧拍算暗頓欲煮啥物。

我細漢的時，上愛綴阿媽去市場。伊牽我的手，行過魚擔、肉砧，行到賣豆花的攤仔前，就會停落來問我：「欲食無？」我頭一下頕，兩个人就坐踮椅條頂，一喙一喙慢慢仔食。

這馬阿媽已經無佇咧矣，市場嘛翻新矣。毋過逐擺聽著人用咱的話喝賣，我就會想起彼碗燒燙燙的豆花，佮阿媽手心的溫暖。
";

/// A line of a page that is only text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Line {
    /// A heading.
    Heading(&'static str),
    /// A paragraph.
    Text(&'static str),
    /// A term and what it means, or a source and its licence.
    Item(&'static str, &'static str),
}

/// What the help page says.
pub const HELP_PAGE: &[Line] = &[
    Line::Text("把漢字文章貼進來，按「標音」，每個字上面就有閩南語（台語、福建話）的讀音。"),
    Line::Heading("文章從哪裡來"),
    Line::Text(
        "直接貼上、打字，或用「開啟文字檔」，也可以把檔案拖到文字框。檔案可以是 UTF-8、UTF-16、大五碼或國標碼，\
         最大 50 MB。文章只留在這台電腦，不會送到任何地方。",
    ),
    Line::Heading("怎麼看"),
    Line::Item("字下虛線", "也可能是別的讀音，現在選的不一定對，請自己再看一下。"),
    Line::Item("讀音前的小圈", "字典沒有這個讀音，是照規則推得的。"),
    Line::Item("虛線空框", "字典裡沒有這個字的讀音。"),
    Line::Item("字下實線", "自己選過的讀音。"),
    Line::Text(
        "頁尾的「待確認」列出這些地方，按一個就跳過去；「不確定」和「無讀音」每按一次跳到下一個。\
         拼音（臺羅、白話字）和聲調的寫法隨時可以換，不必重新標音。標的是本調，連讀時的變調要自己變。",
    ),
    Line::Heading("換讀音"),
    Line::Text(
        "按文章裡的字，可以看它為什麼這樣讀、是哪一本字典說的，也可以換成別的讀音。換過的跟文章一起留著，\
         隨時可以恢復；把文章改了，沒改到的字還是照換過的讀。",
    ),
    Line::Text(
        "「讀音」可以選自動、白話音優先、文讀音。選取幾段文字，或按其中一個字，可以只換那幾段，\
         段落旁邊會有小小的「文」或「白」，按它可以再改。整篇看起來是文言文的時候會問一聲，不會自己換。",
    ),
    Line::Heading("帶走"),
    Line::Text("「複製」有三種：漢字(讀音)、只要讀音、只要漢字。列印時，整篇會連讀音一起印出來。"),
    Line::Heading("離線"),
    Line::Text("頁尾寫著「可以離線使用」以後，沒有網路也能打開這個網址，照樣標音。"),
    Line::Heading("按鍵"),
    Line::Item("Ctrl + Enter（Mac 是 ⌘ + Enter）", "在文字框裡：標音。"),
    Line::Item("n、p（或 Alt + ↓、Alt + ↑）", "標好的文章裡：下一個、上一個要確認的字。"),
    Line::Item("方向鍵、Enter", "走到旁邊的字；打開這個字的讀音。"),
    Line::Item("1–9", "選第幾個讀音。"),
    Line::Item("?", "標好的文章裡：所有的按鍵。"),
    Line::Item("Esc", "關上打開的選單。"),
];

/// What the page about the program says of its sources.
pub const ABOUT_PAGE: &[Line] = &[
    Line::Text(
        "讀音 Tha̍k-im 替漢字文章逐字標上閩南語讀音。引擎和字典都在瀏覽器裡執行，文章不離開這台電腦。",
    ),
    Line::Heading("讀音的來源"),
    Line::Item(
        "臺灣閩南語常用詞辭典（moe）",
        "中華民國教育部，創用 CC 姓名標示─禁止改作 3.0 臺灣（CC BY-ND 3.0 TW）；只轉換格式，內容沒有更動",
    ),
    Line::Item(
        "台文華文線頂辭典、iTaigi 愛台語（taibun）",
        "台文華文線頂辭典為 CC BY-SA 4.0，iTaigi 為 CC0；Andrei Harbachov 收在 taibun 套件裡，這裡合併並統一拼法",
    ),
    Line::Item("han2kip", "林怡萱、林柏廷，MIT；這裡統一拼法，剔除有錯的"),
    Line::Item(
        "臺灣語音文字語料（corpus）",
        "高明達（中央研究院資訊科學研究所）；只用詞和讀音出現的次數，不含句子",
    ),
    Line::Item(
        "維基詞典的廈門話讀音（ipa2）",
        "維基詞典的編者，CC BY-SA 4.0，收在 ipa2 套件裡；國際音標轉成音節，只取別處沒有的詞",
    ),
    Line::Item(
        "廣韻（guangyun）",
        "nk2028 計畫校訂，CC0，收在 qieyun 套件裡；字典沒有文讀音的字，依音韻地位推導",
    ),
    Line::Item(
        "書寫習慣對照（habits）",
        "我們自己整理，CC0：大家常用別的字寫的詞，像「嘴」和「喙」，和學習用的例句",
    ),
    Line::Item(
        "OpenCC 異體字與簡化字對照（opencc）",
        "BYVoid 等人，Apache-2.0，收在 opencc-python-reimplemented 套件裡",
    ),
    Line::Item(
        "香港增補字符集造字區對照（hkscs）",
        "Alexander Shtuchkin 等人，MIT，收在 iconv-lite 套件裡；舊文件放在造字區的字",
    ),
    Line::Heading("程式"),
    Line::Text("程式是自由軟體，可以任選 MIT 或 Apache-2.0 授權使用。"),
    Line::Heading("字型"),
    Line::Text(
        "讀音的字型取自 SIL International 的 Andika、Adobe 的 Noto Sans CJK、Google 的 Noto Sans Symbols 2，都以 SIL Open Font License 1.1 授權；改過，所以另外取名。",
    ),
];
