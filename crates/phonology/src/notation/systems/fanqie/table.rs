//! The characters of 反切. Of each string the first is written, all are read.

/// A row of the upper characters: an initial, then those that are clear (清) and those that are muddy
/// (濁).
pub(super) type UpperRow = (&'static str, &'static str, &'static str);

/// Upper characters of 廣韻 whose literary reading in Hokkien begins with the initial and has a tone of
/// the register that their onset there stands for; 於 and those in a rising tone behind a nasal, l, j or
/// nothing go by their onset alone. Where 廣韻 leaves a gap, characters of everyday words that it does
/// not use so: clear m, n, l, b, g and ng are colloquial (屘 is ban1), muddy aspirates nearly so.
#[rustfmt::skip]
pub(super) const UPPER: &[UpperRow] = &[
    ("",    "烏於衣伊依乙一哀安憶央憂愛委握", "余餘于羊王云夷營移韋為悅翼榮以與羽雨有永"),
    ("p",   "布北補邊百筆必卑彼兵巴伯晡",     "蒲步平部白婢裴便薄"),
    ("ph",  "普匹披譬",                       "彭"),
    ("b",   "屘覕",                           "文無武亡眉明模巫望莫慕綿美母"),
    ("m",   "搣",                             "摩魔"),
    ("t",   "德都丁多得當冬知竹張中豬卓追徵珍", "徒直杜特同度堂丈池治馳唐陀墜除"),
    ("th",  "他託土天通湯吐丑恥抽",           "桃頭提糖"),
    ("n",   "躡",                             "尼耐乃"),
    ("l",   "溜啉",                           "盧力郎落良洛來勒離林練連魯里內諾奴"),
    ("k",   "古居九舉公姑各格吉佳兼紀過規乖", "渠其求巨強奇具狂"),
    ("kh",  "苦去丘口康空豈起綺驅楷客詰牽卿傾可曲欽謙窺乞", "琴勤"),
    ("g",   "鋏撠",                           "牛魚愚宜虞疑危玉遇語研擬"),
    ("ng",  "擽",                             "吾俄五我"),
    ("ts",  "子之即職章作則諸旨祖阻資將止莊征支遵借正醉爭臧", "秦才在慈藏自前漸情疾助崇昨"),
    ("tsh", "七倉楚初昌尺此千處親充赤取采遷測創蒼青叉醋", "愁柴"),
    ("s",   "蘇所息式相先私桑山書思舒失施素色辛傷斯賞須雖速識疏詩始商司數悉矢沙生釋寫史",
            "時常食是詳祥承神植視實殊氏辭臣蜀旬夕寺乘嘗成隨似"),
    ("j",   "",                               "如儒人而仍兒日"),
    ("h",   "呼許方芳敷甫虛況府火撫香荒虎分喜妃朽休興馨封海花", "胡戶符扶侯防黃浮何懷下"),
];

/// A row of the lower characters: a final, then those in a level, rising and departing tone (平上去); of a
/// final that ends in a stop those in an entering tone (入) stand alone.
pub(super) type LowerRow = (&'static str, &'static [&'static str]);

/// Lower characters whose reading, the literary one where there are two, has the final and the tone
/// class: those of 廣韻 as far as literary finals go, then such as are hardly read in another way. Finals
/// without a character that everybody reads so are left out.
#[rustfmt::skip]
pub(super) const LOWER: &[LowerRow] = &[
    ("a",     &["加巴",     "假灑",     "駕霸"]),     ("ah",   &["鴨塔閘"]),
    ("ai",    &["哀皆來臺佳", "改海楷", "愛拜介"]),   ("aih",  &["唉"]),
    ("ainn",  &["",         "歹",       ""]),
    ("ak",    &["角覺"]),                           ("ap",   &["雜納狎"]),   ("at",   &["八達察殺"]),
    ("am",    &["甘南談",   "感覽慘減",  "暗鑑懺"]),
    ("an",    &["干顏丹",   "板簡產",   "漢限萬"]),
    ("ang",   &["江航",     "港桶",     "項巷"]),
    ("ann",   &["衫",       "打",       "酵餡"]),     ("annh", &["熁"]),
    ("au",    &["交包",     "狡卯",     "教孝效"]),   ("auh",  &["雹"]),
    ("e",     &["迷奚",     "禮啟",     "制例祭"]),   ("eh",   &["冊踅"]),
    ("enn",   &["澎",       "哽",       ""]),
    ("i",     &["之支移脂", "里綺履紙",   "至智義吏"]), ("ih",   &["覕摺"]),
    ("ia",    &["邪奢車",   "者野寫",   "夜謝"]),     ("iah",  &["拆癖屐"]),
    ("iam",   &["廉鹽兼甜",  "檢險點", "念驗"]),     ("iap",  &["業涉劫"]),
    ("ian",   &["緣玄延賢", "典演免",   "戰善建練縣線"]), ("iat",  &["列滅"]),
    ("iak",   &["摔"]),
    ("iang",  &["漳",       "饗",       ""]),
    ("iann",  &["埕",       "餅囝",     "鏡件"]),
    ("iau",   &["遙聊嬌",   "了矯",     "弔肖召"]),
    ("im",    &["金深心",   "審飲枕",   "禁甚浸"]),   ("ip",   &["立及執急"]),
    ("in",    &["鄰真賓",   "引謹敏忍隱",   "晉盡"]),     ("it",   &["質筆日"]),
    ("ing",   &["經丁耕盈", "頂井景",   "敬證鄧"]),   ("ik",   &["歷革擊昔職麥"]),
    ("inn",   &["氈",     "",         "院鼻硯"]),
    ("io",    &["燒窯",     "錶",       "叫廟"]),     ("ioh",  &["蓆抾"]),
    ("iong",  &["容良恭",   "勇拱恐",   "頌仲暢"]),   ("iok",  &["欲蜀足局"]),
    ("iu",    &["求由周尤", "酒柳酉",   "救祐又"]),
    ("iunn",  &["薑廂",     "廠槳",     "醬匠"]),
    ("m",     &["",         "姆",       "毋"]),       ("mh",   &["摁"]),
    ("ng",    &["糖庄",     "捲吮",     "槓褪"]),
    ("o",     &["刀禾河",   "果保寶",   "報佐道"]),   ("oh",   &["桌閣箔"]),
    ("ong",   &["紅宗岡王宏剛", "黨統訪", "貢浪曠況"]), ("ok", &["谷祿福酷沃"]),
    ("oo",    &["胡孤姑謀鉤", "古補土苟", "故誤路暮候豆奏"]),
    ("u",     &["朱夫諸浮", "主武甫羽", "句遇恕賜"]), ("uh",   &["揬"]),
    ("ua",    &["拖鯊誇",   "寡徙",   "卦掛"]),     ("uah",  &["抹闊"]),
    ("uai",   &["懷乖淮",   "",         "壞"]),
    ("uainn", &["",         "桿",       ""]),
    ("uan",   &["元袁關",   "選館",     "願患慣換"]), ("uat",  &["月決越劣"]),
    ("uann",  &["竿",       "碗趕",     "炭"]),
    ("ue",    &["灰恢杯",   "賄",       "歲衛佩"]),   ("ueh",  &["橛"]),
    ("ui",    &["追規歸非", "鬼委水匪", "貴醉位"]),
    ("un",    &["倫昆文云", "粉吻尹", "困閏悶恨"]), ("ut",   &["骨忽律勿"]),
];
