"""Whether the text lets a speaker say the cited words: the one it names, and not a neighbour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summariser import Article, Evidence, Expert, ExpertPosition
from summariser.checks import Index
from summariser.checks.verify import verify_item

# label, language, article, claimed speaker, words for the speaker, cited, attribution, verdict
CLAIMS = [
    ("says it", "en", "“We go,” said Tom Reed. Ida Holm said no.", "Tom Reed", "Tom Reed", (1,), (), "exact"),
    ("the next sentence's", "en", "“We go,” said Tom Reed. Ida Holm said no.", "Ida Holm", "Ida Holm", (1,), (2,), "contradicted"),
    ("reported, the next sentence's", "en", "Tom Reed said it was late. Ida Holm said no.", "Ida Holm", "Ida Holm", (1,), (2,), "contradicted"),
    ("according to another", "en", "According to Tom Reed, it is late. Ida Holm said no.", "Ida Holm", "Ida Holm", (1,), (2,), "contradicted"),
    ("by the surname", "en", "Tom Reed came. “We go,” Reed said. Ida Holm said no.", "Tom Reed", "Reed", (2,), (), "exact"),
    ("by another's surname", "en", "Tom Reed came. “We go,” Reed said. Ida Holm said no.", "Ida Holm", "Ida Holm", (2,), (3,), "contradicted"),
    ("of the same surname", "en", "“We go,” said Tom Reed. Ida Reed said no.", "Ida Reed", "Ida Reed", (1,), (2,), "contradicted"),
    ("his lawyer", "en", "Tom Reed left. “We go,” Reed lawyer Ida Holm said. It rained.", "Tom Reed", "Tom Reed", (2,), (1,), "unchecked"),
    ("an office, and nouns with capitals", "de", "„Wir bauen“, sagte Konzernchef Jan Roth. Die Nachfrage der Airlines sei hoch. „Wir bleiben“, sagte der Konzernchef von FACC. „Das hilft uns sehr.“", "Jan Roth", "Jan Roth", (4,), (1, 3), None),
    ("named far before, where it is said", "de", "„Wir bauen“, sagte Jan Roth. " + "Es regnete an diesem Tag sehr. " * 12 + "Der Hafen sei zu klein.", "Jan Roth", "Jan Roth", (14,), (1,), None),
    ("an office and its field, then the name", "ar", "وقال الخبير في الشؤون البحرية حسن سالم: الميناء سيفتح غدا بلا شك. وقالت ليلى منصور: لا نعرف ذلك.", "ليلى منصور", "ليلى منصور", (1,), (2,), "unchecked"),
    ("an office and its field, and the name", "ar", "وقال الخبير في الشؤون البحرية حسن سالم: الميناء سيفتح غدا بلا شك. وقالت ليلى منصور: لا نعرف ذلك.", "حسن سالم", "حسن سالم", (1,), (), "exact"),
    ("both experts", "en", "Tom Reed, an expert, said it was late. Ida Holm, also an expert, said no.", "Tom Reed", "Tom Reed", (2,), (1,), "contradicted"),
    ("somebody unnamed, then a pronoun", "en", "Ida Holm said no. A woman at the quay left, and she said it was late.", "Ida Holm", "Ida Holm", (2,), (1,), "unchecked"),
    ("told by a paper", "en", "A paper quoted Tom Reed as saying “We go.” Ida Holm said no.", "Tom Reed", "Tom Reed", (1,), (), "exact"),
    ("with a title", "en", "“We go,” said Transport Minister Tom Reed. Ida Holm said no.", "Tom Reed", "Tom Reed", (1,), (), "exact"),
    ("in apposition", "en", "“We go,” Tom Reed, head of Selm Air, told the Norvik Post. Ida Holm said no.", "Tom Reed", "Tom Reed", (1,), (), "exact"),
    ("a pronoun, and the one before", "en", "Tom Reed said no. “We go,” he added. Ida Holm said yes.", "Tom Reed", "he", (2,), (1,), "exact"),
    ("a pronoun, and not the one before", "en", "Tom Reed said no. “We go,” he added. Ida Holm said yes.", "Ida Holm", "Ida Holm", (2,), (3,), "unchecked"),
    ("a pronoun, and one farther off", "en", "Ida Holm said yes. Tom Reed said no. “We go,” he added.", "Ida Holm", "Ida Holm", (3,), (1,), "unchecked"),
    ("a pronoun, named behind it", "en", "Ida Holm said yes.\n\n“We go,” he said. Tom Reed, who runs the port, left.", "Tom Reed", "Tom Reed", (2,), (2, 3), None),
    ("nobody's name, and then it is told", "en", "A docker from Norvik had criticised the port. Ida Holm, a foreman, was ill.", "Ida Holm", "Ida Holm", (1,), (2,), None),
    ("nobody's name", "en", "“We go,” said a woman at the quay. Ida Holm said no.", "Ida Holm", "Ida Holm", (1,), (2,), "unchecked"),
    ("a courtesy that may be an initial", "fr", "Luc Roux est venu. « Nous attendons », a affirmé M. Roux. Il pleut.", "Luc Roux", "M. Roux", (2,), (), "exact"),
    ("a pronoun, whoever else stands there", "fr", "« Non », a dit M. Roux. « Oui », a-t-il ajouté devant Ida Petit. Luc Roux est parti.", "Luc Roux", "M. Roux", (2,), (1,), "exact"),
    ("a description, whatever else stands there", "es", "«No», dijo Luis Mora, jefe del puerto. «Sí», añadió el ejecutivo desde Belo Norte.", "Luis Mora", "el ejecutivo", (2,), (1,), "exact"),
    ("several, and one who spoke before", "de", "Rat und Vorstand kamen. „Nein“, sagte Jan Roth. Alle Mitglieder beider Gremien lehnten es ab.", "Rat und Vorstand", "Rat und Vorstand", (3,), (1,), None),
    ("another clause's subject", "en", "The dockers called off a strike as the government described it as late. It rained.", "government", "the government", (1,), (), "exact"),
    ("another clause's subject, claimed", "en", "Tom Reed called it late, as Ida Holm denied that. It rained.", "Ida Holm", "Ida Holm", (1,), (), "exact"),
    ("denies it", "es", "Luis Mora dijo que se busca un precio, pero lo desmintió el ministro Juan Sosa. Llovió.", "Juan Sosa", "Juan Sosa", (1,), (), "exact"),
    ("around what is quoted", "ja", "角山太郎アナリストは「遅い」と述べた。桜井祐記社長は「港の再編が残念だ」と述べた。", "角山太郎", "角山太郎", (2,), (1,), "unchecked"),
    ("around what is quoted, and theirs", "ja", "角山太郎アナリストは「遅い」と述べた。桜井祐記社長は「港の再編が残念だ」と述べた。", "桜井祐記", "桜井祐記社長", (2,), (), "exact"),
    ("the mood goes on in a new paragraph", "de", "„Nein“, sagte der Sprecher der großen Fraktion des Selmer Rates im Hafen, Jan Roth.\n\nDer Rat sei „voll“, oder Ida Holm irre sich.", "Ida Holm", "Ida Holm", (2,), (), "unchecked"),
    ("the mood goes on in a new paragraph, and his", "de", "„Nein“, sagte der Sprecher der großen Fraktion des Selmer Rates im Hafen, Jan Roth.\n\nDer Rat sei „voll“, oder Ida Holm irre sich.", "Jan Roth", "Jan Roth", (2,), (1,), "exact"),
    ("resumed", "en", "“We go,” said Tom Reed. “We stay.” Ida Holm said no.", "Ida Holm", "Ida Holm", (2,), (3,), "unchecked"),
    ("resumed, and his", "en", "“We go,” said Tom Reed. “We stay.” Ida Holm said no.", "Tom Reed", "Tom Reed", (2,), (1,), "exact"),
    ("goes on without a verb", "en", "Tom Reed said it was late. The dam will open in May. Ida Holm said no.", "Ida Holm", "Ida Holm", (2,), (3,), "unchecked"),
    ("goes on, and his", "en", "Tom Reed said it was late. The dam will open in May. Ida Holm said no.", "Tom Reed", "Tom Reed", (2,), (1,), None),
    ("led in by a sentence", "en", "Tom Reed came to the quay. “We go.” Ida Holm said no.", "Tom Reed", "Tom Reed", (2,), (1,), "exact"),
    ("led in, in another paragraph", "en", "Tom Reed came to the quay.\n\n“We go.” Ida Holm said no.", "Tom Reed", "Tom Reed", (2,), (1,), None),
    ("signed in a line below", "en", "We go. We are glad.”\n\nTom Reed, head of the port\n\nWe stay. It rained.”\n\nIda Holm, mayor of Selm", "Tom Reed", "Tom Reed", (1,), (3,), "exact"),
    ("signed, and not by the next", "en", "We go. We are glad.”\n\nTom Reed, head of the port\n\nWe stay. It rained.”\n\nIda Holm, mayor of Selm", "Ida Holm", "Ida Holm", (1,), (6,), "unchecked"),
    ("zh, a name with a hyphen", "zh", "多名专家告诉《晨报》，港口会开放。港口基金会主席约翰·米勒-怀特认为，港口会关闭。", "约翰·米勒-怀特", "约翰·米勒-怀特", (2,), (), "exact"),
    ("told in the next sentence", "en", "“We go.” “We stay,” said Tom Reed. Ida Holm said no.", "Tom Reed", "Tom Reed", (1,), (2,), None),
    ("two in one sentence", "en", "Tom Reed said it was late, and Ida Holm said it was not.", "Ida Holm", "Ida Holm", (1,), (), "exact"),
    ("ru", "ru", "«Ждём», — сказал Иван Отт. Ольга Ким заявила, что уйдёт.", "Ольга Ким", "Ольга Ким", (1,), (2,), "contradicted"),
    ("ru, inflected", "ru", "По словам Ивана Отта, порт закрыт. Ольга Ким заявила, что уйдёт.", "Иван Отт", "Ивана Отта", (1,), (), "exact"),
    ("ru, the expert", "ru", "Иван Отт ждёт дождя. Порту, считает эксперт, нужен мост. Ольга Ким ушла.", "Иван Отт", "Иван Отт", (2,), (1,), None),
    ("ru, the expert, another", "ru", "Иван Отт сказал, что ждёт. Порту, считает эксперт, нужен мост. Ольга Ким ушла.", "Ольга Ким", "Ольга Ким", (2,), (3,), "unchecked"),
    ("de", "de", "„Wir gehen“, sagte Tom Reed. Ida Holm sagte nein.", "Ida Holm", "Ida Holm", (1,), (2,), "contradicted"),
    ("fr", "fr", "« Nous partons », dit Pierre Delorme. Ida Roux a dit non.", "Ida Roux", "Ida Roux", (1,), (2,), "contradicted"),
    ("es", "es", "«Vamos», dijo Luis Mora. Ana Ruiz dijo que no.", "Ana Ruiz", "Ana Ruiz", (1,), (2,), "contradicted"),
    ("it", "it", "«Andiamo», ha detto Luca Serra. Ida Riva ha detto di no.", "Ida Riva", "Ida Riva", (1,), (2,), "contradicted"),
    ("kk", "kk", "«Күтеміз», – деді Айдос Серік. Әлия Омар жоқ деді.", "Әлия Омар", "Әлия Омар", (1,), (2,), "contradicted"),
    ("tr", "tr", "“Bekliyoruz” dedi Ali Veli. Ayşe Kaya hayır dedi.", "Ayşe Kaya", "Ayşe Kaya", (1,), (2,), "contradicted"),
    ("uz", "uz", "“Kutamiz”, dedi Olim Karimov. Aziza Salimova yo‘q dedi.", "Aziza Salimova", "Aziza Salimova", (1,), (2,), "contradicted"),
    ("zh", "zh", "“我们等。”赵伟说。林岚表示，港口关闭。", "林岚", "林岚", (1,), (2,), "unchecked"),
    ("zh, reported", "zh", "赵伟表示，港口关闭。林岚说，不会。", "林岚", "林岚", (1,), (2,), "unchecked"),
    ("zh, his own", "zh", "赵伟表示，港口关闭。林岚说，不会。", "赵伟", "赵伟", (1,), (), "exact"),
    ("zh, short", "zh", "东浔储能产业研究院发布报告。东储院强调，港口关闭。", "东浔储能产业研究院", "东储院", (2,), (), "exact"),
    ("ja", "ja", "アダ氏は「我々は待つ」と述べた。ベン氏は違うと語った。", "ベン", "ベン氏", (1,), (2,), "unchecked"),
    ("ar", "ar", "قال حسن سالم إن الميناء مغلق. وأكدت ليلى عمر أن السد سيفتح.", "ليلى عمر", "ليلى عمر", (1,), (2,), "unchecked"),
    ("tr, a noun that begins the sentence", "tr", "Ida Holm konuştu. Eğitim alanında yeni adımlar atıldığını belirtti.", "Ida Holm", "Ida Holm", (2,), (1,), None),
    ("kk, the first of two presidents", "kk", "Арлен президенті Улан Сарин Норвик президенті Карим Осеймен сөйлескеннен кейін мұны атап өтті.", "Улан Сарин", "Улан Сарин", (1,), (), "exact"),
    ("kk, the second of two presidents", "kk", "Арлен президенті Улан Сарин Норвик президенті Карим Осеймен сөйлескеннен кейін мұны атап өтті.", "Карим Осей", "Карим Осеймен", (1,), (), "unchecked"),
    ("fr, the agent of what is said", "fr", "Le pont, soutenu par Ida Roux, est critiqué par Pierre Delorme.", "Pierre Delorme", "Pierre Delorme", (1,), (), "exact"),
    ("what she is of, and not she", "en", "Tom Reed came. Selm Air chief executive Ida Holm said no.", "Selm Air", "Selm Air", (2,), (), "unchecked"),
    ("her country, and not she", "en", "Marland met us. Marland Secretary of Ports Ida Holm said no.", "Marland", "Marland", (2,), (1,), "unchecked"),
    ("who speaks for it", "en", "Tom Reed came. Selm Air spokeswoman Ida Holm said no.", "Selm Air", "Selm Air", (2,), (), "exact"),
    ("it, and she", "en", "Selm Air and its chief executive Ida Holm said no.", "Selm Air", "Selm Air", (1,), (), "exact"),
    ("es, what he is of", "es", "Ana Ruiz vino. El gerente de Montesol, Luis Mora, dijo que no.", "Montesol", "Montesol", (2,), (), "unchecked"),
    ("ru, what he is of", "ru", "Ольга Ким ушла. Директор ЛОРП Иван Отт заявил, что порт закрыт.", "ЛОРП", "ЛОРП", (2,), (), "unchecked"),
    ("ar, what he is of", "ar", "وزعم أمين مجلس الموانئ في سهلان حسن سالم، أن الميناء مغلق.", "سهلان", "سهلان", (1,), (), "unchecked"),
    ("ar, a ministry of the same word", "ar", "أعلنت وزارة الموانئ السهلانية الخبر. وقال الخبير في الشؤون السهلانية حسن سالم: الميناء مغلق.", "وزارة الموانئ السهلانية", "وزارة الموانئ السهلانية", (2,), (1,), "unchecked"),
    ("of his name, a company", "fr", "« Non », dit Ida Ormel. Le groupe Ormel a démenti avoir acheté le port.", "Ida Ormel", "Ida Ormel", (2,), (1,), None),
    ("a person's pronoun, and a body", "en", "The PSHA said it was late. \"We go,\" she said. Ida Holm was speaking in Norvik.", "PSHA", "PSHA", (2,), (1,), None),
    ("a body's pronoun", "en", "The PSHA said it was late. Dues would rise, it added. Ida Holm left.", "PSHA", "it", (2,), (1,), "exact"),
    ("zh, a person's pronoun, and a body", "zh", "云泽市交通局表示，港口关闭。教授顾西原提出疑问。他说：“谁也不知道。”", "云泽市交通局", "云泽市交通局", (3,), (1,), None),
    ("ru, a person's words, and a body", "ru", "Северное речное пароходство заявило, что ждёт. «Мы ждём», — сказал он. Иван Отт возглавляет его.", "Северное речное пароходство", "Северное речное пароходство", (2,), (1,), None),
    ("named behind a preposition", "en", "Marland has objected to the deal with Ostrevnet.", "Ostrevnet", "Ostrevnet", (1,), (), None),
    ("named first", "en", "Marland sees the deal with Ostrevnet as a trap.", "Marland", "Marland", (1,), (), "exact"),
    ("named behind another", "en", "The delays served to placate Marland, which dislikes rewarding Arlen.", "Arlen", "Arlen", (1,), (), None),
    ("fr, whose the ministry is", "fr", "Selon le ministère de la Santé, contrôlé par le Parti Bleu, il pleut.", "Parti Bleu", "Parti Bleu", (1,), (), None),
    ("zh, of whom a report tells", "zh", "报告指出，如果不批准澜海公司的申请，公司将面临风险。", "澜海公司", "澜海公司", (1,), (), None),
    ("fr, an acronym with its article", "fr", "L'Office fédéral de la pêche (OFAP) retire ce produit. Une centaine de cas sont connus, précise l'OFAP jeudi.", "Office fédéral de la pêche", "OFAP", (2,), (), "exact"),
    ("fr, in the midst of his words", "fr", "Le Parti Bleu a dit non. «Nous faisons de notre mieux, jure Pierre Delorme, mais le Parti Bleu nous pose un défi.»", "Parti Bleu", "Parti Bleu", (2,), (1,), "contradicted"),
    ("fr, said in the midst of it", "fr", "«Nous faisons de notre mieux, jure Pierre Delorme, mais le Parti Bleu nous pose un défi.»", "Pierre Delorme", "Pierre Delorme", (1,), (), "exact"),
    ("behind what is said, with commas", "es", "Los clientes, la naviera Sur y la línea Norte, pasaron a otro puerto, dijo Mora. Luis Mora dirige Montesol.", "Montesol", "Montesol", (1,), (2,), "contradicted"),
    ("a name, a school's before it", "de", "Es regnete. Da es stürmt, warnte der Chef des Deutschen Hafen-Bundes, Jan Roth, die Politik: „Das geht nicht.“", "Jan Roth", "Jan Roth", (2,), (), "exact"),
    ("whose he was before", "de", "Ida Holm kam. „Wir warten“, sagte Norviks früherer Präsident Ulan Sarin.", "Ulan Sarin", "Ulan Sarin", (2,), (), "exact"),
    ("whose he was before, and another", "de", "Ida Holm kam. „Wir warten“, sagte Norviks früherer Präsident Ulan Sarin.", "Ida Holm", "Ida Holm", (2,), (1,), "contradicted"),
    ("before a colon, an adjective and a comma", "de", "Ida Holm erklärte: „Wir wissen es.“ Der deutsche Sprecher, Jan Roth, versuchte zu beruhigen: „Der Hafen steht.“", "Jan Roth", "Jan Roth", (2,), (), "exact"),
    ("before a colon, behind the object", "de", "Ida Holm sagte nein. Den Plan der Stadt stellte der Hafenchef Jan Roth in Frage: „Er geht nicht auf.“", "Jan Roth", "Jan Roth", (2,), (), "exact"),
    ("before a colon, behind the object, and another", "de", "Ida Holm sagte nein. Den Plan der Stadt stellte der Hafenchef Jan Roth in Frage: „Er geht nicht auf.“", "Ida Holm", "Ida Holm", (2,), (1,), "unchecked"),
    ("before a colon, the object", "de", "Ida Holm sagte nein. Die Leute danken der Ministerin Ada Lund: „Es geht voran.“", "Ada Lund", "Ada Lund", (2,), (), "unchecked"),
    ("a name in brackets", "en", "Many were glad, such as Tom Reed (“At last the port is open.”) and the Norvik minister Ida Holm: “It is not too soon.”", "Tom Reed", "Tom Reed", (1,), (), "exact"),
    ("a name alone behind a quotation", "de", "Viele waren froh, so der Hafenchef Jan Roth („Endlich geht es“) und die Norviker Ministerin Ida Holm: „Es ist nicht zu früh.“", "Ida Holm", "Ida Holm", (1,), (), "exact"),
    ("cheered behind a quotation", "en", "Tom Reed said “At last”, and the crowd cheered Ida Holm: “Bravo to you.”", "Ida Holm", "Ida Holm", (1,), (), "unchecked"),
    ("goes on by its mood", "de", "Hafenchef Jan Roth sagte: „Man muss warten.“ Die Gefahr sei groß. Noch bestehe sie nicht, weil es regnet. „Der Fluss hat alle Möglichkeiten.“ Dann regnete es.", "Jan Roth", "Jan Roth", (4,), (1,), "exact"),
    ("goes on by its mood, and another", "de", "Hafenchef Jan Roth sagte: „Man muss warten.“ Die Gefahr sei groß. Noch bestehe sie nicht, weil es regnet. „Der Fluss hat alle Möglichkeiten.“ Ida Holm sagte nein.", "Ida Holm", "Ida Holm", (4,), (5,), "unchecked"),
    ("does not go on", "de", "Hafenchef Jan Roth sagte: „Man muss warten.“ Die Gefahr ist groß. Noch regnet es nicht. „Der Fluss hat alle Möglichkeiten.“ Dann regnete es.", "Jan Roth", "Jan Roth", (4,), (1,), None),
    ("goes on before a colon", "de", "Wie die Hafenchefin von Selm, Ida Holm, erklärte, habe sie geholfen. Norvik sei Selm dankbar: „Sie haben Leute geschickt.“", "Ida Holm", "Ida Holm", (2,), (1,), "exact"),
    ("a mood within what another denies", "de", "Ida Holm sagte nein. Hafenchef Jan Roth wandte sich gegen die Behauptung, der Kran sei alt: „Er ist neu.“", "Jan Roth", "Jan Roth", (2,), (), "exact"),
    ("a quotation behind a quotation", "en", "Tom Reed condemned the plan. “We go.” “We stay.” “We wait.” It rained.", "Tom Reed", "Tom Reed", (4,), (1,), "exact"),
    ("a quotation behind a quotation, and another", "en", "Tom Reed condemned the plan. “We go.” “We stay.” “We wait.” Ida Holm left.", "Ida Holm", "Ida Holm", (4,), (5,), "unchecked"),
    ("spoken of, and not named outside", "en", "“There are cranes with more spine than Tom Reed,” reads a note on the quay. Tom Reed left.", "Tom Reed", "Tom Reed", (1,), (2,), None),
    ("who speaks for him, by name", "en", "Tom Reed came. “We go,” Reed campaign spokeswoman Hope Lund said in a statement.", "Tom Reed", "Reed", (2,), (1,), "unchecked"),
    ("a given name like a verb", "en", "Tom Reed came. “We go,” Reed campaign spokeswoman Hope Lund said in a statement.", "Hope Lund", "Hope Lund", (2,), (), "exact"),
    ("de, told behind it", "de", "Der Hafen ist zu. „Wir warten auf Regen.“ Das sagte Ida Holm am Montag.", "Ida Holm", "Ida Holm", (2,), (3,), "exact"),
    ("de, told behind it, and another", "de", "Jan Roth kam. „Wir warten auf Regen.“ Das sagte Ida Holm am Montag.", "Jan Roth", "Jan Roth", (2,), (1,), "contradicted"),
    ("de, told behind it, with a mood", "de", "Der Hafen ist zu. „Wir warten auf Regen.“ Das musste Ministerin Ida Holm am Montag einräumen.", "Ida Holm", "Ida Holm", (2,), (3,), "exact"),
    ("de, doubted behind it", "de", "Jan Roth sagte nein. „Wir warten auf Regen.“ Das bezweifelt Ida Holm.", "Ida Holm", "Ida Holm", (2,), (3,), "unchecked"),
    ("de, in the next paragraph", "de", "Jan Roth sagte nein. „Wir warten auf Regen.“\n\nDas sagte Ida Holm am Montag.", "Jan Roth", "Jan Roth", (2,), (1,), "exact"),
    ("ru, told behind it", "ru", "Порт закрыт. «Мы ждём дождя и ничего не боимся». Об этом заявил Иван Отт.", "Иван Отт", "Иван Отт", (2,), (3,), "exact"),
    ("ru, told behind it, and another", "ru", "Ольга Ким ушла. «Мы ждём дождя и ничего не боимся». Об этом заявил Иван Отт.", "Ольга Ким", "Ольга Ким", (2,), (1,), "contradicted"),
    ("ru, a few words, told behind them", "ru", "Порт закрыт. «Ждём дождя». Об этом заявил Иван Отт.", "Иван Отт", "Иван Отт", (2,), (3,), "exact"),
    ("es, told behind it", "es", "El puerto cerró. «Esperamos la lluvia, pero no tenemos miedo». Así lo afirmó Luis Mora el lunes.", "Luis Mora", "Luis Mora", (2,), (3,), "exact"),
    ("it, told behind it", "it", "Il porto è chiuso. «Aspettiamo la pioggia e non abbiamo paura». Lo ha detto Luca Serra lunedì.", "Luca Serra", "Luca Serra", (2,), (3,), "exact"),
    ("fr, told behind it", "fr", "Le port est fermé. « Nous attendons la pluie. » C'est ce qu'a déclaré Paul Roux lundi.", "Paul Roux", "Paul Roux", (2,), (3,), "exact"),
    ("en, told behind it", "en", "The port is shut. “We wait for the rain.” That is what Tom Reed said on Monday.", "Tom Reed", "Tom Reed", (2,), (3,), "exact"),
    ("en, told behind it, and another", "en", "Ida Holm left. “We wait for the rain.” That is what Tom Reed said on Monday.", "Ida Holm", "Ida Holm", (2,), (1,), "contradicted"),
    ("kk, told behind it", "kk", "Порт жабық. «Біз жаңбыр күтеміз. Ештеңеден қорықпаймыз.» Бұл туралы Айдос Серік айтты.", "Айдос Серік", "Айдос Серік", (2, 3), (4,), "exact"),
    ("uz, told behind it", "uz", "Port yopiq. «Biz yomg‘ir kutamiz. Hech narsadan qo‘rqmaymiz.» Bu haqda Aziz Karimov aytdi.", "Aziz Karimov", "Aziz Karimov", (2, 3), (4,), "exact"),
    ("tr, told behind it", "tr", "Liman kapalı. “Yağmur bekliyoruz.” Bunu Ali Veli söyledi.", "Ali Veli", "Ali Veli", (2,), (3,), "exact"),
    ("en, a pronoun behind a purpose", "en", "Tom Reed wrote. To clear things up he suggested a meeting in May.", "Tom Reed", "he", (2,), (1, 2), "exact"),
    ("en, with somebody telling it", "en", "The reason came out, with the Selm Council telling Radio Selm: “We have talked.”", "Selm Council", "the Selm Council", (1,), (), "exact"),
    ("en, who agrees with somebody", "en", "Tom Reed agreed with Ida Holm, saying it was late.", "Ida Holm", "Ida Holm", (1,), (), "unchecked"),
    ("en, a title between", "en", "Opposition leader Ida Holm spoke. The Selm South MP in an interview with Radio Selm noted that it was late. “We wait,” she said.", "Ida Holm", "Ida Holm", (3,), (1, 3), "exact"),
    ("en, what must be done according to him", "en", "Tom Reed spoke. According to him, the Finance Ministry must pay. “We do not,” he said.", "Tom Reed", "Tom Reed", (3,), (1, 3), "exact"),
    ("en, according to him", "en", "Tom Reed spoke. According to him, the Finance Ministry must withdraw.", "Tom Reed", "him", (2,), (1, 2), "exact"),
    ("en, the union is demanding", "en", "The Dockers Union is demanding more, a figure Selm believes is too high.", "Dockers Union", "The Dockers Union", (1,), (), "exact"),
    ("fr, behind a clause of time", "fr", "Il y a une semaine, lorsqu'il avait été interrogé, le ministre de l'Économie, Luc Petit, avait indiqué que non.", "Luc Petit", "le ministre de l'Économie, Luc Petit", (1,), (), "exact"),
    ("zh, a name that ends like a conjunction", "zh", "政府顾问达因形容，港口会开放。", "达因", "达因", (1,), (), "exact"),
    ("zh, who is only spoken of", "zh", "卢锋表示，这表明经济学家认为港口会开放。", "卢锋", "卢锋", (1,), (), "exact"),
    ("zh, what a subject will do", "zh", "赵伟表示，州政府将针对有人在网上指责码头工人展开调查。", "赵伟", "赵伟", (1,), (), "exact"),
    ("zh, told behind it", "zh", "港口关闭。“我们等雨。”这是赵伟说的。", "赵伟", "赵伟", (2,), (3,), "exact"),
    ("fr, a minister beside a country", "fr", "La cheffe de la diplomatie a appelé à apaiser les tensions entre l'Ukraine et la Norvège.", "Ukraine", "l'Ukraine", (1,), (), None),
    ("en, two with an article", "en", "Blue Democracy and the Popular Rally accused the port of failure.", "Popular Rally", "Popular Rally", (1,), (), "exact"),
    ("kk, a place opens a sentence before", "kk", "Порт директоры Данияр Оспан жобамен танысты.\n\nЖалпы Сарытас кеніші - бай орын.\n\nМаңызды кезең басталды. Жол салынады, - деді Данияр Оспан.", "Данияр Оспан", "Данияр Оспан", (3,), (1, 4), None),
    ("fr, far behind what is said", "fr", "C'est « un désastre complet » et une « honte » pour le pays, a reconnu mardi Ida Roux.", "Ida Roux", "Ida Roux", (1,), (), "exact"),
    ("ru, an adverb before the verb", "ru", "«Порт должен остаться нашим», — неоднократно повторял Иван Отт.", "Иван Отт", "Иван Отт", (1,), (), "exact"),
    ("signed behind a dash", "en", "It rained.\n\n“We go. We are glad.” — Tom Reed\n\n“We stay. We are sad.” — Ida Holm, mayor", "Tom Reed", "Tom Reed", (2, 3), (4,), "exact"),
    ("signed behind a dash, and another", "en", "It rained.\n\n“We go. We are glad.” — Tom Reed\n\n“We stay. We are sad.” — Ida Holm, mayor", "Ida Holm", "Ida Holm", (2, 3), (4,), "elsewhere"),
    ("de, signed behind a dash", "de", "Es regnete.\n\n„Wir gehen. Wir sind froh.“ – Jan Roth, Hafenchef\n\nIda Holm kam.", "Jan Roth", "Jan Roth", (2, 3), (4,), "exact"),
    ("ru, signed behind a dash", "ru", "Шёл дождь.\n\n«Мы уходим. Мы очень рады этому.» — Иван Отт\n\nОльга Ким пришла.", "Иван Отт", "Иван Отт", (2, 3), (4,), "exact"),
    ("a dash, and what another did", "en", "Tom Reed said no. “We go. We are glad.” — Ida Holm left the port.", "Ida Holm", "Ida Holm", (2, 3), (4,), "unchecked"),
    ("led in by the line before", "en", "It rained.\n\nReporter Tom Reed says:\n\n“We go. We are glad.”\n\nIda Holm left.", "Tom Reed", "Tom Reed", (3, 4), (2,), "exact"),
    ("led in by the line before, and another", "en", "It rained.\n\nReporter Tom Reed says:\n\n“We go. We are glad.”\n\nIda Holm left.", "Ida Holm", "Ida Holm", (3, 4), (5,), "contradicted"),
    ("led in by the line before, without a verb", "de", "Es regnete.\n\nHafenchef Jan Roth sieht es gelassen:\n\n„Wir gehen. Wir sind froh.“\n\nIda Holm ging.", "Jan Roth", "Jan Roth", (3, 4), (2,), "exact"),
    ("ru, led in by the line before", "ru", "Шёл дождь.\n\nИван Отт написал:\n\n«Мы уходим. Мы очень рады этому.»\n\nОльга Ким ушла.", "Иван Отт", "Иван Отт", (3, 4), (2,), "exact"),
    ("fr, led in by the line before", "fr", "Il pleut.\n\nPaul Roux a écrit :\n\n« Nous partons. Nous sommes contents. »\n\nIda Ott est partie.", "Paul Roux", "Paul Roux", (3, 4), (2,), "exact"),
    ("not led in by the line before", "en", "It rained.\n\nTom Reed said no.\n\n“We go. We are glad.”\n\nIda Holm left.", "Tom Reed", "Tom Reed", (3, 4), (2,), None),
    ("behind a call", "en", "Ida Holm came. “We want to go now, and we want to go home!” Tom Reed said as he left. It snowed.", "Tom Reed", "Tom Reed", (2,), (3,), "exact"),
    ("behind a call, and another", "en", "Ida Holm came. “We want to go now, and we want to go home!” Tom Reed said as he left. It snowed.", "Ida Holm", "Ida Holm", (2,), (1,), "contradicted"),
    ("behind a call, what another says", "en", "Tom Reed shouted. “We want to go now, and we want to go home!” Ida Holm said that it was late. It snowed.", "Ida Holm", "Ida Holm", (2,), (3,), "unchecked"),
    ("behind a call, what another says, and his", "en", "Tom Reed shouted. “We want to go now, and we want to go home!” Ida Holm said no. It snowed.", "Ida Holm", "Ida Holm", (2,), (3,), "unchecked"),
    ("who writes for another", "en", "It rained. “We go,” former Tom B. Reed speechwriter Ida Holm said.", "Ida Holm", "Ida Holm", (2,), (), "exact"),
    ("two offices", "en", "It rained. Speaker of the House Rep. Tom Reed (R-WI) said “We want to go home.”", "Tom Reed", "Tom Reed", (2,), (), "exact"),
    ("ar, his own", "ar", "قال حسن سالم إن الميناء مغلق. وأكدت ليلى عمر أن السد سيفتح.", "حسن سالم", "حسن سالم", (1,), (), "exact"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "name", "words", "cited", "said", "expected"),
    [row[1:] for row in CLAIMS],
    ids=[row[0] for row in CLAIMS],
)
def test_the_text_says_who_says_it(
    language: str,
    text: str,
    name: str,
    words: str,
    cited: tuple[int, ...],
    said: tuple[int, ...],
    expected: str | None,
) -> None:
    """Another who is named beside the verb contradicts it; where a doubt is left, it is said.

    None: nobody but the reply ties the words to this speaker; then it is said to be unread.
    """
    of = Article.from_text(text, language=language)
    item = ExpertPosition(
        evidence=[Evidence.of(of, number) for number in cited],
        attribution=[Evidence.of(of, number) for number in said],
        expert=Expert(name=name, verbatim=words), text="", act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip
    verified = verify_item(item, Index(of))
    told = [each for each in verified.checks if each.kind == "speaker"]
    assert [each.verdict for each in told] == ([expected] if expected else [])
    assert all((each.reason is None) == (expected == "exact") for each in told)
    assert ("attribution" in verified.unread) == (expected is None)


# language, an article, who is claimed for its second sentence, or its first, whether it is they who speak
PIECES = st.lists(
    st.sampled_from(
        "the The minister Minister presidente' L' l’ambassadeur of de der Präsident sagte said a dit"
        " заявил президент قال وزير الطاقة حسن سالم 表示 大臣 李明 Roth Jan Holm he Он 他 , . : ' “ ” « »"
        " According to him “We wait.” SPU 5".split()
    ),
    min_size=1,
    max_size=10,
).map(" ".join)


@given(text=PIECES, name=PIECES, words=PIECES, code=st.sampled_from("en de fr it ru ar zh".split()))
def test_nonsense_is_verified(text: str, name: str, words: str, code: str) -> None:
    """Whatever is claimed to be said in whatever article, there is a verdict."""
    name, words = f"Holm {name}", f"{words} mayor'"  # no name is without a word
    of = Article.from_text(f"{name} {text}. {words} {text}", language=code)
    item = ExpertPosition(
        evidence=[Evidence.of(of, len(of.sentences))],
        attribution=[Evidence.of(of, 1)],
        expert=Expert(name=name, verbatim=words, role=words), text=text, act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip
    assert verify_item(item, Index(of)).checks


WHOSE = [
    ("en", "Tom Reed spoke. “We wait,” Reed's lawyer said. It rained.", "Tom Reed", 2, False),
    ("en", "Tom Reed spoke. “We wait,” said Tom Reed's lawyer. It rained.", "Tom Reed", 2, False),
    ("en", "Tom Reed spoke. “We wait,” a lawyer for Reed said. It rained.", "Tom Reed", 2, False),
    ("en", "Tom Reed spoke. “We wait,” said a lawyer for Tom Reed. It rained.", "Tom Reed", 2, False),
    ("en", "Tom Reed spoke. “We wait,” said the wife of Tom Reed. It rained.", "Tom Reed", 2, False),
    ("en", "Tom Reed spoke. “We wait,” said Minister Reed. It rained.", "Tom Reed", 2, True),
    ("en", "Tom Reed spoke. “We wait,” said the minister, Tom Reed. It rained.", "Tom Reed", 2, True),
    ("en", "Tom Reed spoke. “We wait,” said Norvik's Tom Reed. It rained.", "Tom Reed", 2, True),
    ("en", "Tom Reed spoke. “We wait,” said Tom Reed of Selm Air. It rained.", "Tom Reed", 2, True),
    ("en", "“We wait,” Ida Holm, general counsel to Reed's team, said. Tom Reed came.", "Tom Reed", 1, False),
    ("en", "“We wait,” Ida Holm, Reed's lawyer, said. Tom Reed came.", "Tom Reed", 1, False),
    ("en", "“We wait,” Reed, Ida Holm's lawyer, said. Tom Reed came.", "Tom Reed", 1, True),
    ("fr", "Paul Roux est venu. « Nous attendons », a dit l'avocat de Roux. Il pleut.", "Paul Roux", 2, False),
    ("fr", "Paul Roux est venu. « Nous attendons », a dit l'avocat de Paul Roux. Il pleut.", "Paul Roux", 2, False),
    ("fr", "Paul Roux est venu. « Nous attendons », a dit le ministre Roux. Il pleut.", "Paul Roux", 2, True),
    ("fr", "Paul de Roux est venu. « Nous attendons », a dit le général de Roux. Il pleut.", "Paul de Roux", 2, True),
    ("fr", "Paul Roux est venu. Selon l'avocat de Paul Roux, il pleut. Il neige.", "Paul Roux", 2, False),
    ("es", "Luis Mora vino. «Esperamos», dijo el abogado de Mora. Llueve.", "Luis Mora", 2, False),
    ("es", "Luis Mora vino. «Esperamos», dijo el abogado de Luis Mora. Llueve.", "Luis Mora", 2, False),
    ("es", "Luis Mora vino. «Esperamos», dijo el ministro Mora. Llueve.", "Luis Mora", 2, True),
    ("it", "Luca Serra è venuto. «Aspettiamo», ha detto l'avvocato di Serra. Piove.", "Luca Serra", 2, False),
    ("it", "Luca Serra è venuto. «Aspettiamo», ha detto l'avvocato di Luca Serra. Piove.", "Luca Serra", 2, False),
    ("it", "Luca Serra è venuto. «Aspettiamo», ha detto il ministro Serra. Piove.", "Luca Serra", 2, True),
    ("de", "Jan Roth kam. „Wir warten“, sagte der Anwalt von Roth. Es regnete.", "Jan Roth", 2, False),
    ("de", "Jan Roth kam. „Wir warten“, sagte der Anwalt von Jan Roth. Es regnete.", "Jan Roth", 2, False),
    ("de", "Jan Roth kam. „Wir warten“, sagte Roths Anwalt. Es regnete.", "Jan Roth", 2, False),
    ("de", "Jan Roth kam. „Wir warten“, sagte Jan Roths Anwalt. Es regnete.", "Jan Roth", 2, False),
    ("de", "Jan Roth kam. „Wir warten“, sagte Minister Roth. Es regnete.", "Jan Roth", 2, True),
    ("de", "Jan Roth kam. Nach Angaben von Jan Roth regnet es. Es regnete.", "Jan Roth", 2, True),
    ("de", "Jan Roth kam. Nach Jan Roths Angaben regnet es. Es regnete.", "Jan Roth", 2, True),
    ("de", "Jan Roth kam. Nach Roths Angaben regnet es. Es regnete.", "Jan Roth", 2, True),
    ("de", "Jan Roth kam. Nach Angaben von Roths Anwalt regnet es. Es regnete.", "Jan Roth", 2, False),
    ("en", "Tom Reed came. Reed's letter said it was late. It rained.", "Tom Reed", 2, True),
    ("fr", "Paul Roux est venu. Le communiqué de Paul Roux affirme que le port ferme. Il pleut.", "Paul Roux", 2, True),
    ("ru", "Иван Отт приехал. «Ждём», — сказал адвокат Отта. Идёт дождь.", "Иван Отт", 2, False),
    ("ru", "Иван Отт приехал. «Ждём», — сказал адвокат Ивана Отта. Идёт дождь.", "Иван Отт", 2, False),
    ("ru", "Иван Отт приехал. «Ждём», — сказал адвокат Отт. Идёт дождь.", "Иван Отт", 2, True),
    ("ru", "Иван Отт приехал. По словам адвоката Отта, идёт дождь. Снег.", "Иван Отт", 2, True),
    ("ru", "Иван Отт приехал. По словам Ивана Отта, идёт дождь. Снег.", "Иван Отт", 2, True),
    ("ru", "Ольга Громова приехала. «Ждём», — сказала адвокат Громова. Снег.", "Ольга Громова", 2, True),
    ("ru", "Ольга Громова приехала. «Ждём», — сказал адвокат Громовой. Снег.", "Ольга Громова", 2, False),
    ("tr", "Ali Veli geldi. “Bekliyoruz” dedi Veli'nin avukatı. Yağmur yağdı.", "Ali Veli", 2, False),
    ("tr", "Ali Veli geldi. “Bekliyoruz” dedi Ali Veli'nin avukatı. Yağmur yağdı.", "Ali Veli", 2, False),
    ("tr", "Ali Veli geldi. Ali Veli'nin avukatı yağmur yağdığını söyledi. Kar.", "Ali Veli", 2, False),
    ("tr", "Ali Veli geldi. Avukat Veli yağmur yağdığını söyledi. Kar.", "Ali Veli", 2, True),
    ("kk", "Айдос Серік келді. «Күтеміз», – деді Серіктің адвокаты. Жаңбыр жауды.", "Айдос Серік", 2, False),
    ("kk", "Айдос Серік келді. «Күтеміз», – деді Айдос Серіктің адвокаты. Жаңбыр жауды.", "Айдос Серік", 2, False),
    ("kk", "Айдос Серік келді. Айдос Серіктің айтуынша, жаңбыр жауды. Қар.", "Айдос Серік", 2, True),
    ("kk", "Айдос Серік келді. «Күтеміз», – деді адвокат Айдос Серік. Жаңбыр жауды.", "Айдос Серік", 2, True),
    ("uz", "Aziz Karimov keldi. “Kutamiz”, dedi Karimovning advokati. Qor.", "Aziz Karimov", 2, False),
    ("uz", "Aziz Karimov keldi. “Kutamiz”, dedi Aziz Karimovning advokati. Qor.", "Aziz Karimov", 2, False),
    ("uz", "Aziz Karimov keldi. Aziz Karimovning aytishicha, qor yog‘adi. Qor.", "Aziz Karimov", 2, True),
    ("uz", "Aziz Karimov keldi. “Kutamiz”, dedi advokat Karimov. Qor.", "Aziz Karimov", 2, True),
    ("zh", "赵伟来了。赵伟的律师说，港口关闭。下雨了。", "赵伟", 2, False),
    ("zh", "赵伟来了。律师赵伟说，港口关闭。下雨了。", "赵伟", 2, True),
    ("ja", "港湾局の田中太郎が来た。田中氏の弁護士は港は閉まると述べた。", "田中太郎", 2, False),
    ("ar", "جاء حسن سالم. قال محامي سالم إن الميناء مغلق. تمطر.", "حسن سالم", 2, False),
    ("ar", "جاء حسن سالم. قال محامي حسن سالم إن الميناء مغلق. تمطر.", "حسن سالم", 2, False),
    ("ar", "جاء حسن سالم. قال الوزير سالم إن الميناء مغلق. تمطر.", "حسن سالم", 2, True),
    ("ar", "جاء حسن سالم. قال وزير الموانئ حسن سالم إن الميناء مغلق. تمطر.", "حسن سالم", 2, True),
    ("fr", "Ida Roux est venue. « Nous attendons », a dit l'avocat d'Ida Roux. Il pleut.", "Ida Roux", 2, False),
    ("it", "Ida Riva è venuta. «Aspettiamo», ha detto l'avvocato d'Ida Riva. Piove.", "Ida Riva", 2, False),
    ("en", "Tom Reed came. “We wait,” said Tom Reed and his lawyer. It rained.", "Tom Reed", 2, True),
    ("en", "Selm Air came. “We wait,” said Selm Air's chief executive. It rained.", "Selm Air", 2, True),
    ("en", "Tom Reed came. “We wait,” Reed's spokeswoman said. It rained.", "Tom Reed", 2, True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "cited", "speaks"), WHOSE)
def test_whose_lawyer_speaks_says_nothing(
    language: str, text: str, name: str, cited: int, speaks: bool
) -> None:
    """Who belongs to somebody speaks for themselves; a letter, and who speaks for a body, do not."""
    of = Article.from_text(text, language=language)
    item = ExpertPosition(
        evidence=[Evidence.of(of, cited)], attribution=[],
        expert=Expert(name=name, verbatim=name), text="", act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip
    told = [each for each in verify_item(item, Index(of)).checks if each.kind == "speaker"]
    assert ([each.verdict for each in told] == ["exact"]) == speaks


# language, a sentence in which two speak, who is claimed, what the claim says, verdict
TWO = [
    ("en", "Selm Air would not count its cranes as it said the number was secret but chief executive Ida Holm said the harbour extension was welcome.", "Selm Air", "The number of cranes is secret.", "exact"),
    ("en", "Selm Air would not count its cranes as it said the number was secret but chief executive Ida Holm said the harbour extension was welcome.", "Selm Air", "The harbour extension is welcome.", "unchecked"),
    ("en", "Tom Reed said the crane was broken, and Ida Holm said the harbour would open.", "Ida Holm", "The harbour will open soon.", "exact"),
    ("en", "Tom Reed said the crane was broken, and Ida Holm said the harbour would open.", "Tom Reed", "The harbour would open again.", "unchecked"),
    ("en", "The crane was broken, said Tom Reed, and the harbour would open again, said Ida Holm.", "Tom Reed", "The crane was broken.", "exact"),
    ("en", "The crane was broken, said Tom Reed, and the harbour would open again, said Ida Holm.", "Ida Holm", "The broken crane stands still.", "unchecked"),
    ("en", "Tom Reed said Ida Holm said the harbour would open again.", "Tom Reed", "The harbour would open again.", "exact"),
    ("en", "Tom Reed said the crane was broken, and Ida Holm said the harbour would open.", "Tom Reed", "Порт откроется.", "exact"),
    ("fr", "Ida Roux dénonçant une grève inutile au port, quand Pierre Delorme réclamait une augmentation.", "Ida Roux", "Elle réclame une augmentation des salaires.", "unchecked"),
    ("de", "Ida Holm sagte, der Hafen öffne wieder, und Tom Reed sagte, die Kräne seien kaputt.", "Ida Holm", "Die Kräne sind kaputt.", "unchecked"),
    ("ru", "Иван Отт заявил, что порт закрыт навсегда, а Ольга Ким заявила, что краны исправны.", "Иван Отт", "Краны порта исправны, говорит он.", "unchecked"),
    ("zh", "议员何言仁说，市长至今仍不坦诚；议员黄立健批评政府抱着不服输的态度。", "何言仁", "黄立健批评政府不服输的态度。", "unchecked"),
    ("zh", "议员何言仁说，市长至今仍不坦诚；议员黄立健批评政府抱着不服输的态度。", "黄立健", "黄立健批评政府不服输的态度。", "exact"),
    ("ar", "قال حسن سالم إن الميناء مغلق تماما، وقالت ليلى عمر إن الرافعات جاهزة للعمل.", "حسن سالم", "الرافعات جاهزة للعمل.", "unchecked"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name", "claim", "verdict"), TWO)
def test_of_two_in_one_sentence_each_says_their_part(
    language: str, text: str, name: str, claim: str, verdict: str
) -> None:
    """Which is whose is told by the words that the claim shares with it, if it shares any."""
    of = Article.from_text(f"{text} Es regnete.", language=language)
    item = ExpertPosition(
        evidence=[Evidence.of(of, 1)], attribution=[Evidence.of(of, 1)],
        expert=Expert(name=name, verbatim=name), text=claim, act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip
    (told,) = [each for each in verify_item(item, Index(of)).checks if each.kind == "speaker"]
    assert told.verdict == verdict, told.reason


@pytest.mark.parametrize(
    ("language", "text", "pronoun", "name", "verdict"),
    [
        ("zh", "赵伟说，港口会开放。他认为，这很好。林岚不同意。", "他", "赵伟", "computed"),
        ("zh", "林岚说，港口会关闭。赵伟说，港口会开放。他认为，这很好。", "他", "林岚", "elsewhere"),
        ("zh", "会长翁诗立表示，各国关注此事。他分析称，邻国曾威胁脱钩，近期又表示不寻求脱钩。", "他", "翁诗立", "computed"),
        ("ru", "Иван Отт сказал, что ждёт. Он считает, что порту нужен мост.", "Он", "Иван Отт", "computed"),
        ("ru", "Иван Отт сказал, что ждёт. Дипломат считает, что Киеву нужен мост.", "Дипломат", "Киев", "elsewhere"),
        ("fr", "« Nous attendons », a déclaré Ida Roux à Pierre Delorme. La ministre a ajouté que le port fermera.", "La ministre", "Ida Roux", "computed"),
        ("fr", "« Nous attendons », a déclaré Ida Roux à Pierre Delorme. La ministre a ajouté que le port fermera.", "La ministre", "Pierre Delorme", "elsewhere"),
        ("fr", "Ida Roux, ministre de la santé, a parlé à Luc Petit. Luc Petit a dit non. Le ministre de l'agriculture a ajouté que le port fermera.", "Le ministre de l'agriculture", "Ida Roux", "elsewhere"),
        ("en", "Ida Holm met Tom Reed and said no. The chairman added that it was late.", "The chairman", "Ida Holm", "computed"),
        ("en", "Ida Holm met Tom Reed and said no. The chairman added that it was late.", "The chairman", "Tom Reed", "elsewhere"),
        ("en", "Ida Holm met Tom Reed and said no. The chairman has twice crossed the river.", "The chairman", "Ida Holm", "computed"),
        ("en", "Tom Reed said, “A part of the grant is for the port. The rest is for Arlen. He asked the mayor to go.", "He", "Arlen", "unchecked"),
        ("en", "Tom Reed told the Senate that China pays. The minister had asked for it. He called it late.", "He", "China", "elsewhere"),
        ("zh", "政府宣布开放港口。他披露，协议下月签署。", "他", "政府", "unchecked"),
        ("en", "“We pay for Arlen,” said Tom Reed. He told the mayor to go.", "He", "Tom Reed", "computed"),
        ("en", "Ida Holm met Tom Reed and said no. The ministers added that it was late.", "The ministers", "Ida Holm", "elsewhere"),
        ("fr", "« Nous attendons », a déclaré Ida Roux. Le chef russe Ivan Ott a dit non. La cheffe de la diplomatie allemande a appelé à attendre.", "La cheffe de la diplomatie allemande", "Ida Roux", "computed"),
        ("fr", "« Nous attendons », a déclaré Ida Roux. Le chef russe Ivan Ott a dit non. La cheffe de la diplomatie russe a appelé à attendre.", "La cheffe de la diplomatie russe", "Ida Roux", "elsewhere"),
        ("fr", "« Nous attendons », a déclaré la ministre norvégienne Ida Roux. La ministre allemande a dit non.", "La ministre allemande", "Ida Roux", "elsewhere"),
        ("it", "Ida Holm ha parlato con Luca Riva e ha detto no. L’ambasciatrice ha aggiunto che è tardi.", "L’ambasciatrice", "Ida Holm", "computed"),
    ],
)  # fmt: skip
def test_a_pronoun_stands_for_who_spoke_last(
    language: str, text: str, pronoun: str, name: str, verdict: str
) -> None:
    """Where it says the cited words, and the last to speak by name before it was this one."""
    of = Article.from_text(text, language=language)
    number = next(each.number for each in of.sentences if each.text.startswith(pronoun))
    item = ExpertPosition(
        evidence=[Evidence.of(of, number)], attribution=[Evidence.of(of, number)],
        expert=Expert(name=name, verbatim=pronoun), text="", act="claim", stance="neutral", certainty="certain",
    )  # fmt: skip
    (told,) = [each for each in verify_item(item, Index(of)).checks if each.kind == "name"]
    assert told.verdict == verdict, told.reason


def test_a_speaker_is_named_in_the_title() -> None:
    """Who stands in the title alone may be "he"; a neighbour who speaks next is not."""
    of = Article.from_text(
        "“We go,” he said in Norvik. Ida Holm said no.",
        title="Tom Reed: port to close",
        language="en",
    )
    for name, said, verdict in (("Tom Reed", 0, []), ("Ida Holm", 2, ["unchecked"])):
        item = ExpertPosition(
            evidence=[Evidence.of(of, 1)], attribution=[Evidence.of(of, said)],
            expert=Expert(name=name, verbatim=name), text="", act="claim", stance="neutral", certainty="certain",
        )  # fmt: skip
        checks = verify_item(item, Index(of)).checks
        assert [each.verdict for each in checks if each.kind == "speaker"] == verdict
