# SPDX-License-Identifier: Apache-2.0
"""English is never taken for another language; another language is never taken for English."""

from __future__ import annotations

import pytest

from readout.report import UNKNOWN_LANGUAGE, language_of
from tests.support.patience import patience

# Written for this test: the same short report, in the languages that Readout must decline.
FOREIGN = {
    "fr": "Le ministre des Affaires étrangères a déclaré mardi que les négociations sur le "
    "cessez-le-feu reprendraient dans la capitale. Selon un porte-parole, les deux délégations "
    "se sont rencontrées pour la première fois depuis avril, mais elles n'ont pas signé "
    "d'accord.",
    "de": "Der Außenminister sagte am Dienstag, die Verhandlungen über eine Waffenruhe würden in der "
    "Hauptstadt fortgesetzt. Nach Angaben einer Sprecherin trafen sich die beiden Delegationen "
    "zum ersten Mal seit April, haben aber noch kein Abkommen unterzeichnet.",
    "es": "El ministro de Exteriores dijo el martes que las negociaciones sobre el alto el fuego "
    "continuarán en la capital. Según una portavoz, las dos delegaciones se reunieron por "
    "primera vez desde abril, pero todavía no han firmado ningún acuerdo.",
    "it": "Il ministro degli Esteri ha detto martedì che i negoziati sul cessate il fuoco "
    "riprenderanno nella capitale. Secondo una portavoce, le due delegazioni si sono "
    "incontrate per la prima volta da aprile, ma non hanno ancora firmato un accordo.",
    "pt": "O ministro das Relações Exteriores disse na terça-feira que as negociações sobre o "
    "cessar-fogo serão retomadas na capital. Segundo uma porta-voz, as duas delegações se "
    "reuniram pela primeira vez desde abril, mas ainda não assinaram um acordo.",
    "nl": "De minister van Buitenlandse Zaken zei dinsdag dat de onderhandelingen over een "
    "staakt-het-vuren in de hoofdstad worden hervat. Volgens een woordvoerder kwamen de twee "
    "delegaties voor het eerst sinds april bijeen, maar er is nog geen akkoord getekend.",
    "pl": "Minister spraw zagranicznych powiedział we wtorek, że rozmowy o zawieszeniu broni będą "
    "kontynuowane w stolicy. Według rzeczniczki obie delegacje spotkały się po raz pierwszy od "
    "kwietnia, ale nie podpisały jeszcze porozumienia, które jest już gotowe.",
    "tr": "Dışişleri Bakanı salı günü yaptığı açıklamada ateşkes görüşmelerinin başkentte devam "
    "edeceğini söyledi. Bir sözcüye göre iki heyet nisan ayından bu yana ilk kez bir araya "
    "geldi ancak henüz bir anlaşma imzalanmış değil ve daha çok zaman gerekiyor.",
    "id": "Menteri Luar Negeri mengatakan pada hari Selasa bahwa perundingan gencatan senjata akan "
    "dilanjutkan di ibu kota. Menurut seorang juru bicara, kedua delegasi bertemu untuk "
    "pertama kali sejak April, namun mereka belum menandatangani perjanjian yang telah "
    "disiapkan.",
    "sv": "Utrikesministern sade på tisdagen att förhandlingarna om vapenvila ska fortsätta i "
    "huvudstaden. Enligt en talesperson möttes de två delegationerna för första gången sedan "
    "april, men de har ännu inte skrivit under något avtal och det är inte klart när det kan "
    "ske.",
    "ro": "Ministrul de Externe a declarat marți că negocierile pentru încetarea focului vor "
    "continua în capitală. Potrivit unei purtătoare de cuvânt, cele două delegații s-au "
    "întâlnit pentru prima dată din aprilie, dar nu au semnat încă acordul care este pregătit.",
    "hu": "A külügyminiszter kedden azt mondta, hogy a tűzszünetről szóló tárgyalások a fővárosban "
    "folytatódnak. A szóvivő szerint a két küldöttség április óta először találkozott, de még "
    "nem írták alá a megállapodást, és az sem biztos, hogy lesz ilyen.",
    "cs": "Ministr zahraničí v úterý řekl, že jednání o příměří budou pokračovat v hlavním městě. "
    "Podle mluvčí se obě delegace setkaly poprvé od dubna, ale dohodu, která je už připravena, "
    "zatím nepodepsaly, protože není jasné, kdy by měla začít platit.",
    "vi": "Bộ trưởng Ngoại giao cho biết hôm thứ Ba rằng các cuộc đàm phán về lệnh ngừng bắn sẽ được "
    "nối lại tại thủ đô. Theo người phát ngôn, hai phái đoàn đã gặp nhau lần đầu kể từ tháng "
    "Tư nhưng không ký thỏa thuận.",
    "sw": "Waziri wa mambo ya nje alisema Jumanne kwamba mazungumzo ya kusitisha mapigano "
    "yataendelea katika mji mkuu. Kwa mujibu wa msemaji, ujumbe wa pande mbili ulikutana kwa "
    "mara ya kwanza tangu Aprili lakini bado.",
    "ru": "Министр иностранных дел заявил во вторник, что переговоры о прекращении огня продолжатся "
    "в столице. По словам представителя ведомства, делегации встретились впервые с апреля, но "
    "соглашение ещё не подписали.",
    "uk": "Міністр закордонних справ заявив у вівторок, що переговори про припинення вогню "
    "триватимуть у столиці. За словами речниці, обидві делегації зустрілися вперше з квітня, "
    "але угоду ще не підписали.",
    "bg": "Министърът на външните работи заяви във вторник, че преговорите за прекратяване на огъня "
    "ще продължат в столицата. Според говорителя двете делегации се срещнаха за първи път от "
    "април.",
    "ar": "قال وزير الخارجية يوم الثلاثاء إن المفاوضات بشأن وقف إطلاق النار ستستمر في العاصمة، وأضاف "
    "متحدث أن الوفدين التقيا للمرة الأولى منذ أبريل لكنهما لم يوقعا اتفاقا بعد.",
    "fa": "وزیر امور خارجه روز سه‌شنبه گفت که مذاکرات درباره آتش‌بس در پایتخت ادامه خواهد یافت. به "
    "گفته سخنگوی وزارت، دو هیئت برای نخستین بار پس از فروردین دیدار کردند اما توافقی امضا نشد.",
    "ur": "وزیر خارجہ نے منگل کو کہا کہ جنگ بندی پر مذاکرات دارالحکومت میں جاری رہیں گے۔ ترجمان کے "
    "مطابق دونوں وفود کی اپریل کے بعد پہلی بار ملاقات ہوئی لیکن معاہدے پر دستخط نہیں ہوئے۔",
    "he": "שר החוץ אמר ביום שלישי כי השיחות על הפסקת האש יימשכו בבירה. לדברי דוברת, שתי המשלחות "
    "נפגשו לראשונה מאז אפריל אך טרם חתמו על הסכם.",
    "zh": "外交部长星期二表示，停火谈判将在首都继续进行。发言人说，双方代表团自四月以来首次会面，但尚未签署协议。",
    "ja": "外相は火曜日、停戦交渉が首都で続けられると述べた。報道官によると、両代表団は四月"
    "以来初めて会談したが、合意文書には署名していない。",
    "ko": "외무장관은 화요일 휴전 협상이 수도에서 계속될 것이라고 말했다. 대변인에"
    " 따르면 두 대표단은 4월 이후 처음으로 만났지만 합의문에 서명하지 않았"
    "다.",
    "hi": "विदेश मंत्री ने मंगलवार को कहा कि युद्धविराम पर बातचीत राजधानी में जारी रहेगी। प्रवक्ता "
    "के अनुसार दोनों प्रतिनिधिमंडल अप्रैल के बाद पहली बार मिले।",
    "el": "Ο υπουργός Εξωτερικών δήλωσε την Τρίτη ότι οι διαπραγματεύσεις για την κατάπαυση του πυρός θα συνεχιστούν.",
    "th": "รัฐมนตรีต่างประเทศกล่าวเมื่อวันอังคารว่าการเจรจาหยุดยิงจะดำเนินต่อไปในเมืองหลวง",
}

ENGLISH = {
    "prose": "The foreign minister said on Tuesday that talks would resume in the capital.",
    "headline": "Ministers to meet in Geneva as talks on truce resume",
    "capitals": "MINISTERS TO MEET IN GENEVA AS TALKS ON TRUCE RESUME AFTER THE STRIKE",
    "foreign names": "Le Pen and Von der Leyen met De Croo in Den Haag; Da Silva and El Sisi were at the table.",
    "foreign quotation": "“Je ne regrette rien,” said Jean de La Tour, the mayor of Le Mans, in a speech to "
    "the council that was seen on television by more than a million people.",
    "names in Han": "The foreign minister, Wang Yi (王毅), told Xinhua (新华社) that the talks would go on in Beijing.",
    "no-break spaces": "The\u00a0minister\u00a0said\u00a0that\u00a0it was\u00a0over.",
    "lone surrogate": "The minister said\ud83d that it was over and that he had to go.",
}

# Nothing here says what language it is; a guess would turn away an English report.
TOO_SHORT = {
    "empty": "",
    "white space": " \n\t",
    "a word": "Reuters",
    "a name": "Jean-Luc de la Tour",
    "figures": "1,000 2,000 3,000 - 4.5",
    "signs": "*** — … ***",
    "scores": "Michael Joyce (U.S.) beat Richey Reneberg (U.S.) 6-3 6-4; De la Peña (Spain) v Di Pasquale (France)",
    "one Cyrillic name": "ТАСС",
}


@pytest.mark.parametrize(("code", "text"), FOREIGN.items(), ids=FOREIGN)
def test_language_of_foreign_report_is_named(code: str, text: str):
    assert language_of(text) == code


@pytest.mark.parametrize("text", [FOREIGN[c] for c in ("fr", "de", "es", "it", "pt", "nl", "pl", "id", "ru")])
def test_language_of_foreign_report_in_capitals_is_not_english(text: str):
    assert language_of(text.upper()) not in ("en", None)


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_language_of_english_is_english(text: str):
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", TOO_SHORT.values(), ids=TOO_SHORT)
def test_language_of_too_little_is_open(text: str):
    assert language_of(text) is None


def test_language_of_languages_without_a_list_is_unknown():
    """Basque: no list, no English words, and long enough to have had some."""
    sentence = (
        "Kanpo ministroak asteartean esan du elkarrizketek hiriburuan jarraituko dutela. "
        "Bozeramaileak dioenez, bi ordezkaritzak apiriletik lehen aldiz bildu dira, "
        "baina oraindik ez dute akordiorik sinatu. "
    )
    assert language_of(sentence * 6) == UNKNOWN_LANGUAGE


def test_language_of_looks_at_a_bounded_part():
    with patience():
        language_of("The minister said that talks would resume. " * 120_000)
