"""Writes name-training posts: templates of the project's own, filled with names of Faker's locales.

Usage: gen.py NAMES.json OUT.jsonl  (NAMES.json: {locale: [first names, last names]}; seeded)
"""
import json, random, sys
R = random.Random(20261130)
T = {
 "en": """{f}, {f2}, {f}, {f2} and {f}
{l} and {l2} were on this list?
"Never again," says {l}.
{f}: "Who are you?" {f2}: "I'm {f}'s daughter".
{n} is very reliable. You can count on it
sometimes people call me {f}
they had four: {f}, {f2}, {f} and {f2}
I want to add {n} as a beneficiary
{f} shouted at {f2}: "What are you doing?"
Directed by: {n}
Producer {n} explained the song
the gender of {f} has been debated
{n} lives at 255 {c} Street
{n} <someone@mail.com>
Thanks {b}
Thank you {b} for nothing
hats off to {b} in {c}
Talking to {b} is like talking to a wall
Compare {b} and {b2} before you buy
hey {b}, where is my {p}?
{b}, {b2} and {b} all raised prices
{b} said no
@user {b} sucks
with {b} you know what you get
love you {b}
Prof. {l} gave a talk
Auntie {f} made it
my name is {n} and I live in {c}
I'm {f}, nice to meet you all
just spoke to {f} at the {b} store in {c}, super helpful
Thanks {f}! You made my day at {b}
thank you {n} for the quick reply
the manager, {n}, told me to wait outside
Mr. {l} from {b} never called me back
Mrs {l} was rude to my kids
Dr. {n} is the best dentist in {c}
shoutout to my cousin {f} who works at {b}
{n} lives two doors down and plays {p} all night
Happy birthday {f}!!! love you
RIP {n}, you will be missed
ask for {f} when you call {b} support
{f} and {f2} went to {c} without me
my boss {n} is a nightmare
@user tell {f} to call me
So {f} {l} just bought the new {p}, jealous
wtf is wrong with {n}?
Does anyone know {n}? She left her phone at {b} {c}
met {f} at the {b} event today
Served by {f}, table 12, cold food and no apology
Order placed by {n}, still not delivered by {b}
{n}: "we will refund you". No refund since March.
Dear {f}, I want my money back. Regards, {n2}
Sincerely, {n}
- {n}, {c}
Contact: {n}, phone below
My daughter {f} loves her {p} from {b}
{f}'s new {p} broke after a week
{l}'s restaurant in {c} is closed on Monday
I work with {f} {l} and he agrees
by {n}
Interview with {n} tomorrow
Photo by {n}
cc {f} {f2}
hey {f} did you see this
Good morning {c}! {b} opens at 9
Love my new {p} from {b}
{b} is the worst company in {c}
Why does {b} always ship my {p} late? Never again, {b}.
{b} and {b2} merge, says Monday's paper
Just landed in {c}. {b} Wi-Fi is Awful
New from {b}: the {p}
I bought a {p} at {b} on Friday
{b} customer service in {c} hung up on me
Amazing {p}, thanks {b}!
Is {b} better than {b2}?
{c} to {c2} with {b}, three hours late
I hate {b}. Their {p} is Trash.
Black Friday at {b}: half price {p}
BREAKING: {b} recalls the {p} in {c}
Best Coffee in {c} is at {b}
The {b} {p} Pro Max is a Disaster
Merry Christmas from all at {b}
{b} CEO {n} resigned today
Please change the name on the account to {n}
I am {n} and my order number is 12345
The card belongs to {n}
Who is {n}
Hi, I'm {f} from {c}
Hello {f}, please send the bill to {n2}
{f} was born in {c} in 1984
{n} bought a {p} from {b} last week
It was {n} who signed for the parcel
{f} says hi""",
 "de": """mein Name ist {n} und ich wohne in {c}
Ich heiße {n}
Danke an {f} von {b} in {c}, super Service
Herr {l} von {b} hat mich nie zurückgerufen
Frau {l} war sehr unfreundlich
Frau Dr. {l} in {c} ist klasse
meine Nachbarin {n} hat das gleiche {p}
Liebe {f}, alles Gute zum Geburtstag!
Mit freundlichen Grüßen, {n}
{f} und {f2} fahren nach {c}
Habe heute {n} getroffen
mein Bruder {f} arbeitet bei {b}
Ansprechpartner: {n}
Die Verkäuferin {f} hat mir das {p} empfohlen
Das neue {p} von {b} ist eine Katastrophe
Der Kundenservice von {b} in {c} ist Mist
Nie wieder {b}! Das {p} ging nach einer Woche kaputt
Guten Morgen {c}
Die Qualität der Ware bei {b} wird immer schlechter
Warum liefert {b} die Bestellung nicht nach {c}?
Gute Beratung, schneller Versand, gerne wieder
Ich liebe meinen Kaffee von {b} am Montag
{n} wohnt in der Nähe
Bestellung von {n} ist nicht angekommen""",
 "fr": """je m'appelle {n} et j'habite à {c}
Merci à {f} du magasin {b} de {c}
M. {l} de chez {b} ne m'a jamais rappelé
Mme {l} a été très désagréable
mon voisin {n} a le même {p}
Bon anniversaire {f} !
Cordialement, {n}
{f} et {f2} sont partis à {c}
J'ai rencontré {n} hier
ma sœur {f} travaille chez {b}
Le nouveau {p} de {b} est nul
Le service client de {b} à {c} est une honte
Plus jamais {b} ! Mon {p} est cassé
Bonjour {c}
Pourquoi {b} ne livre pas à {c} ?
La qualité a baissé chez {b}
Commande au nom de {n} toujours pas reçue
Docteur {n} est formidable
{n} habite rue de la Paix
J'adore le café de {b}""",
 "es": """me llamo {n} y vivo en {c}
Mi nombre es {n}
Gracias a {f} de la tienda {b} en {c}
El señor {l} de {b} nunca me llamó
La Sra. {l} fue muy grosera
mi vecino {n} tiene el mismo {p}
¡Feliz cumpleaños {f}!
Saludos, {n}
{f} y {f2} se fueron a {c}
Ayer conocí a {n}
mi hermana {f} trabaja en {b}
El nuevo {p} de {b} es malísimo
La atención al cliente de {b} en {c} es una vergüenza
¡Nunca más {b}! Mi {p} se rompió
Buenos días {c}
¿Por qué {b} no entrega en {c}?
Pedido a nombre de {n} sin llegar
La doctora {n} es excelente
Me encanta el café de {b}
{n} nos atendió muy bien""",
 "it": """mi chiamo {n} e vivo a {c}
Grazie a {f} del negozio {b} di {c}
Il signor {l} di {b} non mi ha mai richiamato
La signora {l} è stata scortese
il mio vicino {n} ha lo stesso {p}
Buon compleanno {f}!
Cordiali saluti, {n}
{f} e {f2} sono andati a {c}
Ieri ho incontrato {n}
Il nuovo {p} di {b} è pessimo
Il servizio clienti di {b} a {c} è una vergogna
Mai più {b}! Il mio {p} si è rotto
Buongiorno {c}
Ordine a nome di {n} mai arrivato
Adoro il caffè di {b}
La dottoressa {n} è bravissima""",
 "pt": """meu nome é {n} e moro em {c}
Obrigado à {f} da loja {b} em {c}
O senhor {l} da {b} nunca me ligou
A dona {f} foi muito grossa
meu vizinho {n} tem o mesmo {p}
Feliz aniversário {f}!
Atenciosamente, {n}
{f} e {f2} foram para {c}
Ontem conheci {n}
O novo {p} da {b} é péssimo
O atendimento da {b} em {c} é uma vergonha
Nunca mais {b}! Meu {p} quebrou
Bom dia {c}
Pedido em nome de {n} não chegou
Amo o café da {b}""",
 "nl": """mijn naam is {n} en ik woon in {c}
Bedankt {f} van {b} in {c}
Meneer {l} van {b} belde nooit terug
Mevrouw {l} was erg onbeleefd
mijn buurman {n} heeft dezelfde {p}
Gefeliciteerd {f}!
Met vriendelijke groet, {n}
{f} en {f2} gaan naar {c}
Gisteren {n} ontmoet
De nieuwe {p} van {b} is waardeloos
De klantenservice van {b} in {c} is een ramp
Nooit meer {b}!
Goedemorgen {c}
Bestelling op naam van {n} niet ontvangen""",
 "sv": """jag heter {n} och bor i {c}
Tack {f} på {b} i {c}
min granne {n} har samma {p}
Grattis {f}!
Med vänlig hälsning, {n}
{f} och {f2} åker till {c}
Nya {p} från {b} är skräp
Kundtjänsten på {b} i {c} är en katastrof
God morgon {c}
Aldrig mer {b}!""",
 "pl": """nazywam się {n} i mieszkam w {c}
Dziękuję {f} ze sklepu {b} w {c}
Pan {l} z {b} nigdy nie oddzwonił
Pani {l} była bardzo niemiła
mój sąsiad {n} ma taki sam {p}
Pozdrawiam, {n}
{f} i {f2} jadą do {c}
Nowy {p} od {b} to dramat
Obsługa klienta {b} w {c} to wstyd
Nigdy więcej {b}!
Dzień dobry {c}""",
 "tr": """benim adım {n} ve {c} şehrinde yaşıyorum
Teşekkürler {f}, {b} {c} mağazası
{f} Bey bana hiç dönmedi
{f} Hanım çok kabaydı
komşum {n} de aynı {p} almış
Doğum günün kutlu olsun {f}!
Saygılarımla, {n}
{b} yeni {p} berbat
{b} müşteri hizmetleri rezalet
Bir daha asla {b}!
Günaydın {c}""",
 "ru": """меня зовут {n}, я живу в {c}
Спасибо {f} из магазина {b} в {c}
мой сосед {n} купил такой же {p}
С днём рождения, {f}!
С уважением, {n}
{f} и {f2} едут в {c}
Новый {p} от {b} ужасен
Поддержка {b} в {c} это позор
Больше никогда {b}!
Доброе утро {c}
Вчера встретил {n}""",
 "uk": """мене звати {n}, я живу в {c}
Дякую {f} з магазину {b}
мій сусід {n} купив такий самий {p}
З повагою, {n}
Новий {p} від {b} жахливий
Більше ніколи {b}!""",
 "el": """με λένε {n} και μένω στην {c}
Ευχαριστώ {f} από το {b}
ο γείτονάς μου {n} έχει το ίδιο {p}
Με εκτίμηση, {n}
Το νέο {p} της {b} είναι χάλια
Ποτέ ξανά {b}!""",
 "cs": """jmenuji se {n} a bydlím v {c}
Děkuji {f} z prodejny {b}
můj soused {n} má stejný {p}
S pozdravem {n}
Nový {p} od {b} je hrůza
Už nikdy {b}!""",
 "fi": """nimeni on {n} ja asun kaupungissa {c}
Kiitos {f} liikkeestä {b}
naapurillani {n} on sama {p}
Terveisin {n}
Uusi {p} on surkea, {b}
Hyvää huomenta {c}""",
 "hu": """a nevem {n} és {c} városban élek
Köszönöm {f}, {b} bolt
a szomszédom {n} is vett {p}
Üdvözlettel, {n}
Az új {p} a {b} cégtől borzalmas
Soha többé {b}!""",
 "ro": """mă numesc {n} și locuiesc în {c}
Mulțumesc {f} de la {b}
vecinul meu {n} are același {p}
Cu stimă, {n}
Noul {p} de la {b} e groaznic
Niciodată {b}!""",
 "id": """nama saya {n} dan tinggal di {c}
Terima kasih {f} dari toko {b}
Pak {f} dari {b} tidak pernah menelepon
Bu {f} sangat kasar
{p} baru dari {b} jelek sekali
Selamat pagi {c}
Salam, {n}""",
 "vi": """tôi tên là {n} và sống ở {c}
Cảm ơn {f} ở cửa hàng {b}
anh {f} ở {b} không gọi lại
{p} mới của {b} quá tệ
Chào buổi sáng {c}""",
 "hi": """mera naam {n} hai aur main {c} mein rehta hoon
Thank you {f} ji from {b}
{f} bhai aapka {p} kaisa hai
{b} ka naya {p} bekar hai""",
 "da": """jeg hedder {n} og bor i {c}
Tak til {f} fra {b} i {c}
Med venlig hilsen {n}
Min nabo {n} har samme {p}
Den nye {p} fra {b} er elendig""",
}
EXTRA = {'de': 'Danke {b}|danke an {b}|bei {b} gekauft|schwört auf {b}|gegen {b}|von {b} nie wieder', 'fr': "Merci {b}|bravo {b}|chez {b} c'est mieux|la honte {b}", 'es': 'Gracias {b}|en {b} todo mejor|con {b} nunca', 'it': 'Grazie {b}|da {b} mai più|contro {b}', 'pt': 'Valeu {b}|obrigado {b}|e agora {b}?|na {b} é assim', 'nl': 'complimenten {b}|bedankt {b}|van {b} nooit meer|bij {b} gekocht', 'sv': 'tack {b}|på {b} igen|hos {b}', 'da': 'tak {b}|hos {b} igen', 'pl': 'Brawo {b}|dziękuję {b}|w {b} taniej', 'cs': 'díky {b}|v {b} levněji', 'ro': 'mulțumesc {b}|la {b} e mai bine', 'tr': 'teşekkürler {b}|{b} kargo berbat', 'ru': 'спасибо {b}|в {b} опять очередь', 'uk': 'дякую {b}|у {b} дешевше', 'el': 'ευχαριστώ {b}|μπράβο {b}', 'fi': 'kiitos {b}|{b} on paras', 'hu': 'köszönöm {b}|a {b} drága', 'id': 'makasih {b}|di {b} murah', 'vi': 'cảm ơn {b}|mua ở {b}', 'hi': '{b} ka order late|kyun {b}'}
for k, v in EXTRA.items(): T[k] += "\n" + v.replace("|", "\n")
LOC = {"en":["en","en_GB","en_IE","en_IN","en_KE","en_NG","en_NZ","en_PK","en_US","de_DE","fr_FR","es_MX","it_IT","pl_PL","nl_NL","pt_BR","tr_TR","sv_SE","fi_FI","hu_HU","id_ID","cs_CZ","yo_NG","ha_NG","ig_NG","zu_ZA","hr_HR","ro_RO","no_NO","da_DK","az_AZ","en_TH","vi_VN","sk_SK","lt_LT","lv_LV","et_EE","is_IS","sl_SI","fil_PH","ga_IE","sw"],
 "de":["de_DE","de_AT","de_CH","tr_TR","pl_PL"],"fr":["fr_FR","fr_CH","fr_BE","fr_CA","fr_QC","ar_DZ","fr_DZ"],"es":["es_ES","es_MX","es_AR","es_CL","es_CO"],"it":["it_IT"],"pt":["pt_BR","pt_PT"],"nl":["nl_NL","nl_BE"],"sv":["sv_SE"],"pl":["pl_PL"],"tr":["tr_TR"],"ru":["ru_RU"],"uk":["uk_UA"],"el":["el_GR"],"cs":["cs_CZ","sk_SK"],"fi":["fi_FI"],"hu":["hu_HU"],"ro":["ro_RO"],"id":["id_ID"],"vi":["vi_VN"],"hi":["en_IN"],"da":["da_DK","no_NO"]}
BR = "Nivaro|Fernlight|Fernlight Coffee|Apple|Samsung|Starbucks|Nike|Adidas|IKEA|Zara|H&M|Tesco|Lidl|Aldi|Ryanair|Lufthansa|Delta|Vodafone|O2|Telekom|Amazon|Netflix|Spotify|Sony|Microsoft|Google|Toyota|BMW|Audi|Ford|Tesla|Honda|Nokia|Huawei|Xiaomi|Uber|Bolt|DHL|UPS|FedEx|Hermes|Wendy's|McDonald's|Burger King|KFC|Subway|Domino's|Ben & Jerry's|Jack Daniel's|Johnnie Walker|Hugo Boss|Calvin Klein|Marks & Spencer|John Lewis|Wells Fargo|JP Morgan|Ralph Lauren|Tommy Hilfiger|Louis Vuitton|Giorgio Armani|Dr. Martens|Victoria's Secret|Kellogg's|Heinz|Nestlé|L'Oréal|Carrefour|Auchan|Mercadona|Migros|Edeka|Rewe|Decathlon|MediaMarkt|Philips|Bosch|Siemens|Dyson|Lego|Barbie|Pepsi|Coca-Cola|Red Bull|Nestle|Walmart|Target|Costco|Best Buy|Home Depot|Orange|Virgin|Sky|Shell|Chase|Visa|Mercedes|Lexus|Lincoln|Dodge|Acme Corp|Hawkins Ltd|Brightwell Energy|Lumora|Veltrix|Oakhurst Bank|Tarnwell|Kestrel Mobile|Solvane|Pinebrook Foods|Halden & Co|Morrisons|Wilson|Bailey's|Wrigley's|Parker Pens|Stanley|Levi's|Dell|Philip Morris|Harley-Davidson|Warner Bros|Disney|Pixar|Bumble|Tinder".split("|")
PR = "iPhone|Galaxy S24|espresso machine|Air Max|headphones|router|Model 3|PlayStation|laptop|flat white|mascara|sofa|app|burger|Watch|Latte|tablet|Big Mac|jacket|Surface Pro|drill|vacuum cleaner|Switch|toaster|Kindle|shampoo|chocolate bar|Golf|Corolla|Whopper".split("|")
CI = "London|Paris|Berlin|Madrid|Rome|Lisbon|New York|Chicago|Austin|Dallas|Houston|Charlotte|Jackson|Lincoln|Sydney|Toronto|Dublin|Manchester|Leeds|Mumbai|Delhi|Lagos|Nairobi|Jakarta|Istanbul|Ankara|Warsaw|Kraków|Prague|Vienna|Zürich|Hamburg|München|Köln|Lyon|Marseille|Milano|Napoli|Sevilla|Barcelona|São Paulo|Porto|Amsterdam|Rotterdam|Stockholm|Malmö|Helsinki|Oslo|Copenhagen|Budapest|Bucharest|Athens|Moscow|Kyiv|Tokyo|Seoul|Beijing|Hanoi|San Diego|Los Angeles|St Andrews|Santa Cruz|San Francisco|Victoria|Florence|Sofia|Georgia|Virginia|Carolina|Germany|France|Poland|Texas|Florida|California|India|Nigeria|Kenya|Spain|Italy|Mexico|Brazil|Japan|China|UK|USA|Москва|Киев|Αθήνα".split("|")
names = json.load(open(sys.argv[1])); out = open(sys.argv[2], "w")
def pick(lang):
    loc = R.choice([l for l in LOC[lang] if l in names and names[l][0]])
    f, l = names[loc]
    return R.choice(f), R.choice(l) if l else R.choice(names["en_US"][1])
SYL = "ba be bi bo bu ca co da de di do fa fe fi fo ga go ha he ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi xa xi ya yo za ze zi zo ven tron lux max nex tel pay mart shop bank kart plus ex ix".split()
def invented():
    w = "".join(R.choice(SYL) for _ in range(R.choice((2, 2, 3)))).capitalize()
    return w + R.choice(["", "", "", "", " Mobile", " Bank", " Energy", " Coffee", " Group", " Foods", "ly", "go", ".com"])
def case(s, mode):
    return s.lower() if mode == "l" else s.upper() if mode == "u" else s
import re
n = 0
for lang, block in T.items():
    ts = block.split("\n")
    reps = 60 if lang == "en" else 45
    for t in ts:
        for _ in range(reps):
            mode = R.choices("klu", [78, 19, 3])[0]
            text, spans, at = "", [], 0
            for m in re.finditer(r"\{(\w+?)2?\}", t):
                text += case(t[at:m.start()], mode); at = m.end()
                k = m.group(1)[0]
                f, l = pick(lang)
                if k == "n":
                    r = R.random()
                    v = f"{f} {l}" if r < .8 else f"{f} {R.choice('ABCDEFGHJKLMNPRSTVW')}. {l}" if r < .88 else f"{f[0]}. {l}" if r < .93 else f"{l} {f}" if r < .95 else f
                    if R.random() < .07: v = f"{f} {l}-{pick(lang)[1]}" if R.random() < .5 else f"{f}-{pick(lang)[0]} {l}"
                    elif R.random() < .04: v = f"{f} {R.choice(['van', 'de', 'von', 'van der', 'da', 'dos', 'del', 'bin', 'al', 'Mc'])} {l}"
                    if lang in ("hu",) and r < .5: v = f"{l} {f}"
                elif k == "f": v = f
                elif k == "l": v = l
                elif k == "b": v = R.choice(BR) if R.random() < .5 else invented()
                elif k == "c": v = R.choice(CI)
                else: v = R.choice(PR)
                v = case(v, mode)
                if k in "nfl": spans.append([len(text), len(text) + len(v)])
                text += v
            text += case(t[at:], mode)
            if R.random() < .15: text += R.choice([" 😡", " 😂😂", " #fail", " #love", " smh", "!!", " :("])
            out.write(json.dumps({"text": text, "lang": lang, "names": spans}, ensure_ascii=False) + "\n"); n += 1
print(n)
