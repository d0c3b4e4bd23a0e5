//! Words that have a class of their own: those by which the groups of a sentence can be found.
//!
//! One table for both scripts: each word as the Ministry of Education writes it, and in 臺羅, with its
//! readings in other places behind a slash. What is not listed is taken for a noun, or for what its
//! neighbours make of it: see [`super::grammar`]. The table is written by hand from grammars of
//! Taiwanese; it is not a dictionary, and a word is worth a place here only if it is common in any
//! article.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::grammar::Class;
use crate::{Notation, Reading, Spoken, Syllable};

/// Each class with its words: `漢字 tâi-lô`, or more than one `tâi-lô` parted by slashes; words parted
/// by commas. Of words that sound alike the one that stands first is what romanised text is taken for.
#[rustfmt::skip]
static SECTIONS: &[(Class, &str)] = &[
    (Class::Pronoun, "我 guá/uá/góo, 你 lí/lú/lír, 您 lín, 祂 i, 她 i, 牠 i, 汝 lí/lú/lír, 伊 i, 咱 lán, 阮 guán/gún/uán, 恁 lín/lún, \
        𪜶 in, 他 i"),
    (Class::Of, "的 ê, 兮 ê, 之 tsi"),
    // 這 and 彼 by themselves (tse, he) keep their tone, before nouns (tsit, hit) they do not.
    (Class::This, "這 tse, 彼 he, 遮 tsia, 遐 hia, 佇遮 tī-tsia, 佇遐 tī-hia, 逐家 ta̍k-ke, 大家 tāi-ke/tāi-ka, \
        別人 pa̍t-lâng, 有人 ū-lâng, 啥人 siánn-lâng, 啥 siánn/siáng, 佗位 tó-uī, 佗 toh/tueh"),
    (Class::Determiner, "這 tsit, 彼 hit, 逐 ta̍k, 每 muí, 某 bóo, 別 pa̍t, 仝 kāng, 規 kui, 第 tē, 各 kok, 任何 jīm-hô, 所有 sóo-ū, 其他 kî-thann, 其它 kî-thann, 遮的 tsia-ê, 遐的 hia-ê, \
        一寡 tsi̍t-kuá, 一寡仔 tsi̍t-kuá-á, 有的 ū-ê, 遮爾 tsiah-nī, 遐爾 hiah-nī, 大部份 tāi-pōo-hūn"),
    (Class::Number, "一 tsi̍t/it, 二 jī/lī/gī, 兩 nn̄g, 三 sann/sam, 四 sì/sù, 五 gōo/ngóo, 六 la̍k/lio̍k, 七 tshit, \
        八 peh/pueh/pat, 九 káu/kiú, 十 tsa̍p/si̍p, 百 pah, 千 tshing, 萬 bān, 幾 kuí, 半 puànn, 零 lîng/khòng, 〇 khòng, \
        幾若 kuí-nā, 無偌 bô-luā, 偌 luā/guā/juā, 偌爾 luā-nī"),
    (Class::Time, "今仔日 kin-á-ji̍t/kin-á-li̍t, 今日 kim-ji̍t, 昨昏 tsa-hng, 明仔載 bîn-á-tsài, 明仔日 bîn-á-ji̍t, \
        後日 āu--ji̍t/āu-ji̍t, 昨日 tso̍h--ji̍t, 今年 kin-nî, 舊年 kū-nî, 明年 mê-nî/miâ-nî, 這馬 tsit-má, 這陣 tsit-tsūn, \
        彼陣 hit-tsūn, 彼當陣 hit-tang-tsūn, 當時 tang-sî/tong-sî, 彼時 hit-sî, 這時 tsit-sî, 這久 tsit-kú, 早起 tsá-khí, \
        透早 thàu-tsá, 下晡 ē-poo, 中晝 tiong-tàu, 暗時 àm-sî, 暝時 mê-sî/mî-sî, 日時 ji̍t-sî, 半暝 puànn-mê/puànn-mî, \
        早前 tsá-tsîng, 以前 í-tsîng, 以後 í-āu, 了後 liáu-āu, 後來 āu--lâi/āu-lâi, 落尾 lo̍h-bué/lo̍h-bé, \
        最近 tsuè-kīn, 頂日 tíng-ji̍t, 頂擺 tíng-pái, 後擺 āu-pái, 這擺 tsit-pái, 古早 kóo-tsá, 平常時 pîng-siông-sî, \
        有時 ū-sî, 有時仔 ū-sî-á, 有時陣 ū-sî-tsūn, 時陣 sî-tsūn, 的時 ê-sî, 進前 tsìn-tsîng, 過年 kuè-nî, 熱天 jua̍h-thinn, \
        寒天 kuânn-thinn, 春天 tshun-thinn, 秋天 tshiu-thinn, 早暗 tsá-àm, 下暗 ē-àm, 暗暝 àm-mê/àm-mî, 隔轉工 keh-tńg-kang, \
        隔工 keh-kang, 突然間 tu̍t-jiân-kan, 忽然間 hut-jiân-kan, 少年時 siàu-liân-sî, 細漢時 sè-hàn-sî, 當初 tong-tshoo, \
        禮拜 lé-pài, 拜一 pài-it, 從到今 tsiông-kàu-tann, 到今 kàu-tann, 現此時 hiān-tshú-sî, 目前 bo̍k-tsiân, 現在 hiān-tsāi"),
    (Class::Quantified, "這个 tsit-ê, 彼个 hit-ê, 一个 tsi̍t-ê, 逐个 ta̍k-ê, 這號 tsit-hō, 彼號 hit-hō, 這款 tsit-khuán, \
        彼款 hit-khuán, 這種 tsit-tsióng, 彼種 hit-tsióng, 啥物 siánn-mih/siánn-mi̍h/siám-mih/sím-mih, 佗一 toh-tsi̍t, \
        佗一个 toh-tsi̍t-ê, 按怎樣 án-tsuánn-iūnn"),
    (Class::Adverb, "攏 lóng, 也 iā/ā, 嘛 mā, 亦 ia̍h/i̍k, 真 tsin, 足 tsiok, 誠 tsiânn, 蓋 kài, 上 siōng, 較 khah, 傷 siunn, 毋 m̄, \
        莫 mài, 猶 iáu/iah, 猶未 iáu-buē/iáu-bē, 猶閣 iáu-koh/iah-koh, 閣 koh, 擱 koh, 麼 mā, 閣較 koh-khah, 咧 teh/leh, \
        當 tng, 當咧 tng-teh/tng-leh, 佇咧 tī-leh, 已經 í-king, 捌 bat/pat, 毋捌 m̄-bat, 曾 tsîng, 攏總 lóng-tsóng, \
        干焦 kan-na/kan-tann, 只 tsí, 敢 kám, 是毋是 sī-m̄-sī, \
        那 ná, 愈 jú/lú/ná, 直直 ti̍t-ti̍t, 一直 it-ti̍t, 定定 tiānn-tiānn, 常常 siông-siông, 不時 put-sî, 永遠 íng-uán, 隨 suî, \
        連鞭 liâm-mi/liâm-pinn, 隨時 suî-sî, 趕緊 kuánn-kín, 緊 kín, 先 sing, 竟然 kìng-jiân, 當然 tong-jiân, \
        其實 kî-si̍t, 可能 khó-lîng, 凡勢 huān-sè, 恐驚 khióng-kiann, 大概 tāi-khài, 差不多 tsha-put-to, 強欲 kiông-beh/kiōng-beh, \
        家己 ka-kī/ka-tī, 做伙 tsò-hué/tsuè-hé, 鬥陣 tàu-tīn, 相 sio, 互相 hōo-siong, 特別 ti̍k-pia̍t, 非常 hui-siông, \
        有夠 ū-kàu, 無夠 bô-kàu, 按呢 án-ne/án-ni, 按怎 án-tsuánn, 哪 ná, 那會 ná-ē, 哪會 ná-ē, 是按怎 sī-án-tsuánn, \
        總是 tsóng-sī, 原來 guân-lâi, 果然 kó-jiân, 到底 tàu-té, 究竟 kiù-kìng, 顛倒 tian-tò, 反倒轉 huán-tò-tńg, \
        另外 līng-guā, 一定 it-tīng, 必須 pit-su, 應該 ing-kai, 千萬 tshian-bān, 絕對 tsua̍t-tuì, 拄 tú, 拄仔 tú-á, 拄才 tú-tsiah, \
        拄好 tú-hó, 頭拄仔 thâu-tú-á, 煞落 suah-lo̍h, 沓沓仔 ta̍uh-ta̍uh-á, 慢慢仔 bān-bān-á, 好好仔 hó-hó-á, 遐呢 hiah-ni, \
        遮呢 tsiah-ni, 偏偏 phian-phian, 順紲 sūn-suà, 又 iū, 又閣 iū-koh, 再 tsài, 不但 put-tān, 甚至 sīm-tsì, 並 pīng, \
        從來 tsiông-lâi, 本來 pún-lâi, 本底 pún-té, 全然 tsuân-jiân, 完全 uân-tsuân, 逐工 ta̍k-kang, 逐日 ta̍k-ji̍t, 罕得 hán-tit, 猶原 iû-guân"),
    // What goes on from what was said before it: a group ends before it, unless a pronoun stands there.
    (Class::Denial, "無 bô/bû, 袂 bē/buē, 未 bē/buē/bī"),
    (Class::Then, "就 tō/tiō/tsiū, 才 tsiah, 就是 tō-sī/tiō-sī/tsiū-sī, 就按呢 tō-án-ne, 才會 tsiah-ē, 就會 tō-ē, 就欲 tō-beh, \
        就有 tō-ū, 就無 tō-bô, 就愛 tō-ài, 煞 suah, 毋才 m̄-tsiah"),
    (Class::Auxiliary, "會 ē, 欲 beh/bueh/boh, 卜 beh/bueh/boh, 想欲 siūnn-beh, 會當 ē-tàng, 袂當 bē-tàng, 會使 ē-sái, 袂使 bē-sái, 會曉 ē-hiáu, \
        袂曉 bē-hiáu, 會用得 ē-īng-tit, 袂用得 bē-īng-tit, 通 thang, 毋通 m̄-thang, 好通 hó-thang, 敢 kánn, 毋敢 m̄-kánn, 肯 khíng, 毋肯 m̄-khíng, \
        免 bián, 毋免 m̄-bián, 著愛 tio̍h-ài, 應當 ìng-tong, 甘願 kam-guān, 毋甘 m̄-kam, 咧欲 teh-beh/leh-beh, 欲愛 beh-ài, \
        無愛 bô-ài, 毋愛 m̄-ài, 準備 tsún-pī, 打算 tánn-sǹg, 拍算 phah-sǹg, 開始 khai-sí, 繼續 kè-sio̍k, 無法度 bô-huat-tōo, 有法度 ū-huat-tōo"),
    (Class::Preposition, "佇 tī/tǐ/tū/tīr, 佇咧 tī-teh, 對 tuì/uì, 共 kā/kāng/kǎng, 予 hōo/hǒo, 用 īng/iōng, 從 tsiông/tsîng, 自 tsū, 向 hiòng, 將 tsiong, 替 thè, 為 uī, \
        為著 uī-tio̍h, 照 tsiàu, 按 àn, 佮 kah/kap/kâng/kāng, 綴 tuè/tè/tèr, 參 tsham, 像 tshiūnn, 隨 tuè, 在 tsāi, 到 kàu, 甲 kàu, 沿 iân, 除了 tî-liáu, \
        有關 iú-kuan, 比 pí, 揤 tshi̍h, 倚 uá, 離 lī, 踮 tiàm, 於 î/û, 予人 hōo-lâng"),
    (Class::And, "佮 kap, 及 ki̍p, 和 hô/hām, 抑 ia̍h/ah/á, 抑是 ia̍h-sī/ah-sī/á-sī, 或 hi̍k, 或者 hi̍k-tsiá, 兼 kiam, 參 sam"),
    (Class::Clause, "毋過 m̄-koh/m̄-kò/m̄-kú, 毋擱 m̄-koh, 但是 tān-sī, 毋但 m̄-nā, 所以 sóo-í, 因為 in-uī, 若 nā, 若是 nā-sī, 雖然 sui-jiân, 雖罔 sui-bóng, \
        既然 kì-jiân, 而且 jî-tshiánn, 然後 jiân-āu, 假使 ká-sú, 無論 bô-lūn, 不管 put-kuán, \
        不如 put-jû, 否則 hónn-tsik, 總講 tsóng-kóng, 譬如 phì-jû, 比論 pí-lūn, 為啥物 uī-siánn-mih/uī-siánn-mi̍h, 是講 sī-kóng, 不而過 put-jî-kò"),
    (Class::Complement, "了 liáu, 過 kuè/kè/kèr, 完 uân, 著 tio̍h, 甲 kah, 得 tit, 起來 khí-lâi, 落來 lo̍h-lâi, 落去 lo̍h-khì, 出來 tshut-lâi, \
        出去 tshut-khì, 入來 ji̍p-lâi/li̍p-lâi, 入去 ji̍p-khì/li̍p-khì, 過來 kuè-lâi, 過去 kuè-khì, 轉來 tńg-lâi, 轉去 tńg-khì, 倒轉來 tò-tńg-lâi, \
        倒轉去 tò-tńg-khì, 掉 tiāu, 牢 tiâu, 成 sîng/tsiânn"),
    (Class::Particle, "啊 ah/a/á, 啦 lah, 矣 ah, 喔 ooh/oh, 呢 neh/ne, 咧 leh, 囉 looh/loh, 乎 honnh, 哩 lih/li, 嗎 mah, 吧 pah, 啥 hannh, 爾爾 niā-niā, \
        爾 niā, 而已 niā-niā"),
    (Class::Verb, "是 sī, 毋是 m̄-sī, 有 ū, 也有 iā-ū, 攏是 lóng-sī, 叫 kiò, 叫做 kiò-tsò, 做 tsò/tsuè, 食 tsia̍h, 啉 lim, 看 khuànn, 聽 thiann, 講 kóng, \
        問 mn̄g, 應 ìn, 去 khì/khù/khìr, 來 lâi, 行 kiânn, 走 tsáu, 坐 tsē, 徛 khiā, 睏 khùn, 買 bé/bué, 賣 bē/buē, 提 the̍h, 紮 tsah, 穿 tshīng, 洗 sé/sué, \
        寫 siá, 讀 tha̍k, 學 o̍h/ha̍k, 教 kà, 唱 tshiùnn, 唸 liām, 想 siūnn, 知 tsai, 知影 tsai-iánn, 毋知 m̄-tsai, 毋知影 m̄-tsai-iánn, \
        信 sìn, 驚 kiann, 笑 tshiò, 哭 khàu, 吼 háu, 拍 phah, 罵 mā/mē, 揣 tshuē/tshē, 等 tán, 載 tsài, 𤆬 tshuā, 娶 tshuā, 嫁 kè, 生 senn/sinn, 死 sí, \
        飼 tshī, 掠 lia̍h, 放 pàng, 囥 khǹg, 徙 suá, 開 khui, 關 kuainn/kuinn, 入 ji̍p/li̍p, 出 tshut, 落 lo̍h, 上 tsiūnn, 轉 tńg, 過 kuè/kè, 到 kàu, 離開 lī-khui, \
        蹛 tuà, 住 tiū/tsū, 用 īng, 變 piàn, 變做 piàn-tsò, 成做 tsiânn-tsò, 當做 tòng-tsò/tsiòng-tsò, 叫是 kiò-sī, 掠準 lia̍h-tsún, 感覺 kám-kak, 認為 jīn-uî, \
        希望 hi-bāng, 決定 kuat-tīng, 發現 huat-hiān, 發生 huat-sing, 需要 su-iàu, 相信 siong-sìn, 歡迎 huan-gîng, 介紹 kài-siāu, 表示 piáu-sī, \
        代表 tāi-piáu, 參加 tsham-ka, 學習 ha̍k-si̍p, 研究 gián-kiù, 討論 thó-lūn, 解決 kái-kuat, 處理 tshú-lí, 管理 kuán-lí, 影響 íng-hióng, \
        改變 kái-piàn, 進行 tsìn-hîng, 舉行 kí-hîng, 舉辦 kí-pān, 提供 thê-kiong, 支持 tsi-tshî, 反對 huán-tuì, 同意 tông-ì, 接受 tsiap-siū, \
        受 siū, 受著 siū-tio̍h, 得著 tit-tio̍h, 看著 khuànn-tio̍h, 聽著 thiann-tio̍h, 想著 siūnn-tio̍h, 拄著 tú-tio̍h, 遇著 gū-tio̍h, 關心 kuan-sim, \
        注意 tsù-ì, 記得 kì-tit, 袂記得 bē-kì-tit, 煩惱 huân-ló, 歡喜 huann-hí, 佮意 kah-ì, 甲意 kah-ì, 愛 ài, 疼 thiànn, 惜 sioh, 鬥相共 tàu-sann-kāng, \
        幫助 pang-tsōo, 照顧 tsiàu-kòo, 保護 pó-hōo, 建立 kiàn-li̍p, 成立 sîng-li̍p, 屬於 sio̍k-î, 包括 pau-kuat, 是咧 sī-teh, 講著 kóng-tio̍h, \
        出現 tshut-hiān, 出世 tshut-sì, 過身 kuè-sin, 結婚 kiat-hun, 上班 siōng-pan, 食頭路 tsia̍h-thâu-lōo, 食飯 tsia̍h-pn̄g, \
        種 tsìng, 收 siu, 煮 tsú/tsír, 炒 tshá, 切 tshiat, 割 kuah, 挽 bán, 擲 tàn, 抾 khioh, 拭 tshit, 掃 sàu, 摸 bong, 揹 phāinn, 攑 gia̍h, 扛 kng, 夯 giâ, \
        騎 khiâ, 駛 sái, 飛 pue/pe, 跳 thiàu, 傱 tsông, 走揣 tsáu-tshuē, 探 thàm, 送 sàng, 借 tsioh, 還 hîng, 欠 khiàm, 賺 thàn, 趁 thàn, 開 khai, 算 sǹg, 數 siàu, \
        準 tsún, 留 lâu, 停 thîng, 動 tāng, 起 khí, 摃 kòng, 挵 lòng, 撞 tōng, 搶 tshiúnn, 偷 thau, 偷提 thau-the̍h, 騙 phiàn, 唌 siânn, 招 tsio, 邀請 iau-tshiánn, \
        請 tshiánn, 拜託 pài-thok, 拜 pài, 求 kiû, 允 ún, 答應 tah-ìng, 喝 huah, 喊 hiàm, 罰 hua̍t, 管 kuán, 顧 kòo, 看顧 khuànn-kòo, 改 kái, 換 uānn, 選 suán, 分 pun, 交 kau, 剩 tshun, 賰 tshun, 加 ke, 減 kiám, 增加 tsing-ka, 減少 kiám-tsió, 親像 tshin-tshiūnn, 贏 iânn, 輸 su, 行路 kiânn-lōo, 講話 kóng-uē, 思考 su-khó, 敢若 kán-ná, 若像 ná-tshiūnn, 只有 tsí-ū, 袂輸 bē-su, 攏無 lóng-bô, 並無 pīng-bô, 嘛是 mā-sī"),
    (Class::Adjective, "大 tuā/tāi, 細 sè/suè, 小 sió, 好 hó, 媠 suí, 䆀 bái, 歹 pháinn, 懸 kuân, 低 kē, 下 kē, 長 tn̂g, 短 té, 濟 tsē/tsuē, 少 tsió, 厚 kāu, 薄 po̍h, 闊 khuah, \
        狹 e̍h, 深 tshim, 淺 tshián, 重 tāng, 輕 khin, 緊 kín, 慢 bān, 早 tsá, 晏 uànn, 近 kīn/kūn, 遠 hn̄g, 新 sin, 舊 kū, 老 lāu, 少年 siàu-liân, 熱 jua̍h/lua̍h, 寒 kuânn, 冷 líng, \
        燒 sio, 烏 oo, 白 pe̍h, 紅 âng, 青 tshenn/tshinn, 黃 n̂g, 光 kng, 暗 àm, 甜 tinn, 酸 sng, 苦 khóo, 鹹 kiâm, 芳 phang, 臭 tshàu, 肥 puî, 瘦 sán, 勇 ióng, 飽 pá, 枵 iau, 忝 thiám, \
        貴 kuì, 俗 sio̍k, 硬 ngē, 軟 nńg, 直 ti̍t, 彎 uan, 清氣 tshing-khì, 垃圾 lah-sap, 鬧熱 lāu-jia̍t, 恬靜 tiām-tsīng, 重要 tiōng-iàu, 方便 hong-piān, 簡單 kán-tan, 困難 khùn-lân, \
        可憐 khó-liân, 可愛 khó-ài, 古錐 kóo-tsui, 聰明 tshong-bîng, 巧 khiáu, 戇 gōng, 好額 hó-gia̍h, 散赤 sàn-tshiah, 艱苦 kan-khóo, 快樂 khuài-lo̍k, 幸福 hīng-hok, 趣味 tshù-bī, \
        心適 sim-sik, 仝款 kāng-khuán, 無仝 bô-kāng, 濟濟 tsē-tsē, 滿 muá, 空 khang, 定 tīng, 真正 tsin-tsiànn, 四常 sù-siông, 普通 phóo-thong, 高 ko"),
    (Class::Place, "頂 tíng, 頂頭 tíng-thâu, 頂懸 tíng-kuân, 下 ē, 下底 ē-té, 下跤 ē-kha, 內 lāi, 內底 lāi-té, 內面 lāi-bīn, 裡 lí/lāi, \
        外 guā, 外口 guā-kháu, 外面 guā-bīn, 前 tsîng, 頭前 thâu-tsîng, 後 āu, 後壁 āu-piah, 後面 āu-bīn, 邊 pinn, 邊仔 pinn-á, 邊頭 pinn-thâu, \
        跤 kha, 中央 tiong-ng, 中間 tiong-kan, 面頂 bīn-tíng, 尾 bué/bé, 底 té, 附近 hù-kīn, 四箍輾轉 sì-khoo-liàn-tńg, 隔壁 keh-piah, 對面 tuì-bīn, \
        正爿 tsiànn-pîng, 倒爿 tò-pîng, 以內 í-lāi, 以外 í-guā, 之間 tsi-kan, 之內 tsi-lāi"),
    (Class::Measure, "个 ê, 個 ê/kò, 隻 tsiah, 本 pún, 張 tiunn/tionn, 枝 ki, 支 ki, 條 tiâu, 塊 tè, 粒 lia̍p, 欉 tsâng, \
        間 king, 台 tâi, 臺 tâi, 位 uī, 項 hāng, 件 kiānn, 擺 pái, 遍 piàn, 改 kái, 句 kù, 葩 pha, 領 niá, 雙 siang, 副 hù, 群 kûn, 陣 tīn, 箍 khoo, 斤 kin/kun, 兩 niú, 杯 pue, 碗 uánn, 矸 kan, 包 pau, 種 tsióng, 款 khuán, \
        層 tsàn, 首 siú, 篇 phinn, 節 tsiat, 歲 huè/hè/hèr, 口 kháu, 戶 hōo, 蕊 luí, 片 phìnn, 頁 ia̍h, 課 khò, 寡 kuá, \
        陣 tsūn, 場 tiûnn, 站 tsām, 段 tuānn, 排 pâi, 幅 pak, 捾 kuānn, 把 pé, 滴 tih, 屑 sut, 節 tsat"),
];

/// A word of the table.
struct Row {
    class: Class,
    readings: Vec<Vec<Syllable>>,
}

/// A table by a key.
type Table<K> = HashMap<K, Vec<usize>, BuildHasherDefault<Fnv>>;

struct Tables {
    rows: Vec<Row>,
    by_han: Table<&'static str>,
    /// The single characters among them with each of their readings: most of what is looked up.
    by_character: HashMap<(char, Syllable), Class, BuildHasherDefault<Fnv>>,
    by_sound: Table<Vec<Syllable>>,
    /// A bit for each character of the first plane: whether a word of the table begins with it.
    begins: Vec<u64>,
}

impl Tables {
    fn can_begin(&self, letter: char) -> bool {
        let code = u32::from(letter) as usize;
        self.begins.get(code / 64).is_none_or(|bits| bits & (1 << (code % 64)) != 0)
    }
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        rows: Vec::new(),
        by_han: Table::default(),
        by_character: HashMap::default(),
        by_sound: Table::default(),
        begins: vec![0; 0x1_0000 / 64],
    };
    for (class, han, written) in rows() {
        let index = tables.rows.len();
        let readings: Vec<Vec<Syllable>> = written
            .split('/')
            .filter_map(|written| Notation::Tl.parse(written).ok())
            .map(|reading| sounds(&reading))
            .collect();
        tables.by_han.entry(han).or_default().push(index);
        let first = han.chars().next().map_or(0, |first| u32::from(first) as usize);
        if let Some(bits) = tables.begins.get_mut(first / 64) {
            *bits |= 1 << (first % 64);
        }
        let mut letters = han.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            for syllable in readings.iter().flatten() {
                tables.by_character.entry((letter, *syllable)).or_insert(class);
            }
        }
        for reading in &readings {
            tables.by_sound.entry(reading.clone()).or_default().push(index);
        }
        tables.rows.push(Row { class, readings });
    }
    tables
});

/// The table as it stands: class, characters, readings in 臺羅 parted by slashes.
pub fn rows() -> impl Iterator<Item = (Class, &'static str, &'static str)> {
    SECTIONS.iter().flat_map(|(class, words)| {
        words.split(',').filter_map(|word| {
            let (han, written) = word.trim().split_once(' ')?;
            Some((*class, han, written.trim()))
        })
    })
}

/// The class of a word in Han characters, if the table has it. Where a word has several classes its
/// reading decides, and a single character must be read as the table has it.
pub fn of_han(han: &str, reading: Option<&Reading>) -> Option<Class> {
    of_characters(han, reading.map(Reading::syllables))
}

/// The same for some characters of a word and their syllables.
pub fn of_characters(han: &str, reading: Option<&[Spoken]>) -> Option<Class> {
    let tables = &*TABLES;
    // Most words end here.
    let letter = han.chars().next()?;
    if !tables.can_begin(letter) {
        return None;
    }
    // A character read otherwise is another word: 會 (huē) is a meeting.
    if han.len() == letter.len_utf8()
        && let Some([spoken]) = reading
    {
        return tables.by_character.get(&(letter, spoken.syllable)).copied();
    }
    let found = tables.by_han.get(han)?;
    let class = |index: usize| tables.rows.get(index).map(|row| row.class);
    let first = class(*found.first()?);
    let Some(reading) = reading else { return first };
    if found.len() == 1 {
        return first;
    }
    let is_read_so = |index: usize| {
        tables.rows.get(index).is_some_and(|row| row.readings.iter().any(|it| is_same(it, reading)))
    };
    found.iter().copied().find(|&index| is_read_so(index)).map_or(first, class)
}

/// The class of a word of which only the sound is known. None for a word that is not listed.
pub fn of_sound(reading: &Reading) -> Option<Class> {
    let tables = &*TABLES;
    let found = tables.by_sound.get(&sounds(reading))?;
    tables.rows.get(*found.first()?).map(|row| row.class)
}

/// Whether a measure sounds so: behind a number, tsiah is 隻 and not 才.
pub(super) fn sounds_like_measure(reading: &Reading) -> bool {
    let tables = &*TABLES;
    let found = tables.by_sound.get(&sounds(reading));
    let class = |index: &usize| tables.rows.get(*index).map(|row| row.class);
    found.is_some_and(|found| found.iter().any(|index| class(index) == Some(Class::Measure)))
}

fn is_same(sounds: &[Syllable], syllables: &[Spoken]) -> bool {
    sounds.len() == syllables.len()
        && sounds.iter().zip(syllables).all(|(sound, spoken)| *sound == spoken.syllable)
}

fn sounds(reading: &Reading) -> Vec<Syllable> {
    reading.syllables().iter().map(|spoken| spoken.syllable).collect()
}

/// FNV-1a: the keys are short and our own, and there is one look-up for each word of a text.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Fnv {
        Fnv(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    // A character or a syllable is one step, and its bits reach the top, which the table looks at.
    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }

    fn write_u16(&mut self, number: u16) {
        self.write_u32(u32::from(number));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_can_be_read_and_is_that_of_its_characters() {
        let mut faults = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (class, han, written) in rows() {
            for written in written.split('/') {
                match Notation::Tl.parse(written) {
                    Ok(reading) if reading.len() == han.chars().count() => {}
                    other => faults.push(format!("{class:?} {han} {written}: {other:?}")),
                }
                if !seen.insert((class, han, written)) {
                    faults.push(format!("{class:?} {han} {written}: twice"));
                }
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn a_reading_tells_the_classes_of_a_word_apart() {
        let class = |han, written: &str| of_han(han, Notation::Tl.parse(written).ok().as_ref());
        assert_eq!(class("這", "tse"), Some(Class::This));
        assert_eq!(class("這", "tsit"), Some(Class::Determiner));
        assert_eq!(class("咧", "teh"), Some(Class::Adverb));
        assert_eq!(class("予", "hōo"), Some(Class::Preposition));
        assert_eq!(class("菜頭", "tshài-thâu"), None);
        assert_eq!(class("會", "huē"), None);
        assert_eq!(class("會", "ē"), Some(Class::Auxiliary));
        assert_eq!(of_sound(&Notation::Poj.parse("Góa").expect("白話字")), Some(Class::Pronoun));
    }
}
