# SPDX-License-Identifier: Apache-2.0
"""The most frequent function words of languages written in Latin letters: data for `language_of`.

Each list was written down from general knowledge of the language, as a grammar has it: articles,
prepositions, conjunctions, pronouns, auxiliaries, and the words with which news says "said". Elided forms
stand without their apostrophe (French "qu", Italian "dell"). No plain letter stands alone: English reports
are full of "U.S." and "it's".
"""

from __future__ import annotations

__all__ = ["FUNCTION_WORDS"]

_LISTS = {
    "en": """the of to and in that is was for it on with as by at from he be his are have has had not this
        they said which who but or an will were their its been would more about after one also her she
        we you than up out there all when what can if over into no other could some new two first last
        year years people says told before between against while during because where them him our your
        my so do did should may since under such those these through only until how most any now just
        being both""",
    "fr": """le la les de des du un une et est en à dans que qui pour par sur au aux avec ce cette ces son sa
        ses il elle ils elles ne pas plus se sont été ont mais ou où qu leur leurs nous vous selon après
        entre comme aussi être fait deux avait était déclaré contre sans sous depuis dont mardi jeudi""",
    "de": """der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an
        werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war
        haben nur oder aber vor zur bis mehr durch man sein wurde sei seine seiner gegen ihr ihre unter
        zwischen sagte wenn keine diese""",
    "es": """el la los las de del que en un una por con para se no al lo su sus es más como pero ha fue este
        esta entre cuando sin sobre ser también hasta desde han según dijo tras había son contra donde
        durante ya está todos año años porque muy esto unos les nos hay presidente gobierno dos""",
    "it": """il lo la gli le di del della dei delle che in un una per con non si è da al alla ma sono ha come
        più anche nel nella dal dalla sul sulla ai alle su ed questo questa stato essere suo sua se loro
        hanno ci dopo tra fra degli dell all nell dall ancora contro quando due anni secondo presidente
        detto""",
    "pt": """os as de do da dos das que em um uma para com não no na nos nas por se ao à mais como mas foi ou
        sua seu seus ele ela são pela pelo também até entre sobre após está já ser tem disse segundo
        quando muito contra anos foram há presidente governo país depois durante ainda isso esta este""",
    "nl": """de het een en van in is dat op te zijn met voor niet aan er om ook als dan bij nog uit door naar
        heeft hij over ze die wordt maar werd worden hebben tot meer zich was deze kan of hun geen had
        wel tegen na zei volgens onder tussen moet zou veel we ik jaar wil waar al omdat toen""",
    "pl": """na się nie do że to jest za po przez od jak ale oraz dla być który która które tym tego ma co
        był była było są będzie już jego jej ich przed też został powiedział roku czy pod przy więcej
        także tylko tej ze według lat między podczas może kiedy bardzo ministra prezydent nad""",
    "tr": """ve bir bu da de için ile olarak olan daha çok en ne gibi kadar sonra ancak ise var dedi değil
        olduğu göre veya her ama yıl iki tarafından ki mi şu biz ben olduğunu ettiği etti oldu arasında
        üzerine karşı yeni söyledi büyük türkiye yok hem önce bin içinde ifade""",
    "id": """yang dan di dari untuk dengan pada dalam tidak ini itu akan adalah ke oleh juga sebagai telah
        karena ada kata mereka atau bahwa saat bisa lebih para tersebut ia dia kami kita sudah menjadi
        hari tahun seorang dapat antara kepada setelah secara namun presiden masih hingga""",
    "ms": """yang dan di dari untuk dengan pada dalam tidak ini itu akan adalah ke oleh juga sebagai telah
        kerana ada kata mereka atau bahawa boleh lebih para tersebut beliau kami kita sudah menjadi hari
        tahun seorang dapat antara kepada selepas secara namun presiden masih hingga""",
    "ro": """și în de la cu pe care că nu din se un pentru este ai au al sunt mai prin fi fost dar sau după
        ce către sa său lor lui ale unei unui ca între până când acest această le îi spus anul despre
        cele fără""",
    "sv": """och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så
        kan man när hade säger eller ut vid också efter mot skulle under blir ska mycket än år nu alla
        hon hans enligt""",
    "da": """og at det er en til på som af for med den har de ikke der et om han men var jeg sig fra vi så
        kan man når havde siger eller ud ved også efter mod skulle under bliver skal meget end år nu
        alle hun hans ifølge blev over""",
    "no": """og å det er en til på som av for med den har de ikke et om han men var jeg seg fra vi så kan man
        når hadde sier eller ut ved også etter mot skulle under blir skal mye enn år nå alle hun hans
        ifølge ble over""",
    "fi": """ja on ei se että oli hän ovat mukaan myös mutta kun ole joka vuoden kuin jo jos sen tai sekä
        ollut olla hänen niin siitä jonka jotka vielä sanoo sanoi mitä voi nyt sitä olisi kanssa jälkeen""",
    "hu": """az és hogy nem is egy van volt ez meg de csak már még mint vagy ki el szerint azt amely lesz
        után lehet ha én így minden ami által között kell mert ezt voltak során úgy aki mondta pedig
        olyan két ellen""",
    "cs": """na se je že do to ve za pro si by jsou ale po jako od jeho který podle už které bylo byl být
        jsem má také ze řekl uvedl však aby která při až roku před proti mezi nebo jen""",
    "sk": """na sa je že do to vo za pre si by sú ale po ako od jeho ktorý podľa už ktoré bolo bol byť som má
        aj zo povedal uviedol však aby ktorá pri až roku pred proti medzi alebo len""",
    "hr": """na je se da su za od ne kako će što koji iz te nije sa to koja ali do bi koje kao ili biti po
        nakon rekao prema također još samo već zbog između godine protiv kada bio bila""",
    "sl": """in je na se za da so ne ki pa po bo tudi bi ter iz do od kot še ali pri ni ga pred bil med že
        zaradi dejal bila več lahko ob proti leta kjer""",
    "vi": """và của là có trong được các cho với một những không này đã người khi từ tại đến về cũng như ra
        sẽ để năm đó vào ông theo nhiều phải trên bị sau""",
    "sw": """na ya wa kwa ni katika za la kuwa hiyo huo cha kama huku baada alisema amesema hilo hayo watu
        serikali rais nchi kutoka lakini yake yao wake wao pia zaidi hii huyo hao dhidi mwaka""",
    "tl": """ang ng sa na mga at ay ni si para kay hindi ito mula nang kanyang niya siya ayon sinabi din rin
        kung may pangulo mas dahil upang isang pa ding nila""",
    "sq": """të në dhe që për një me nga është se më do ka janë si ai ky kjo por nuk duke ajo pas prej tha
        kanë ishte edhe tek ndërsa""",
    "ca": """el la els les de del que en un una per amb no es al va ha són més com però aquest aquesta als
        dels també seva seu ser fins hi entre sobre segons dit han""",
    "et": """ja on ei et see oli ning ka mis kui aga oma ta mille selle kes või nii pärast ütles tema eest
        vastu üle juba mitte kõik olid""",
    "lv": """un ir ar no par ka uz kas gada tika arī pēc kā lai to bet tas viņš savu pie nav šī gadā teica
        līdz pret vai būs bija""",
    "lt": """ir į kad iš su yra buvo apie taip kaip bet dėl už tai jis pagal po kuris ar nuo savo sakė prie
        metų ne prieš bus""",
    "so": """iyo oo ka in ku uu ah ee la ay waa soo waxaa dowladda si lagu aan isagoo kala wuxuu madaxweynaha
        kale sheegay waxay inuu""",
    "ha": """da na ya ta ce cewa shi ba su an sun wani wata kuma wannan daga mai domin amma ne cikin masu
        shugaban bayan yi zai""",
    "az": """və bir bu da də üçün ilə olan daha çox ki isə deyib edib sonra hər ancaq kimi qədər tərəfindən
        olub etdi onun""",
    "af": """die van en in is het dat nie om te vir op met sy hy wat aan was as ook by sal word uit na daar
        hulle maar kan een deur gesê haar""",
}  # fmt: skip

# Every language's list, as a set of lower-case words.
FUNCTION_WORDS: dict[str, frozenset[str]] = {code: frozenset(words.split()) for code, words in _LISTS.items()}
