"""The words and templates that `behaviour.py` puts together. All of it is our own writing."""

from __future__ import annotations

THINGS = (
    "phone", "tablet", "laptop", "headset", "watch", "printer", "router", "speaker", "charger", "keyboard",
    "flight", "crew", "cabin", "lounge", "seat", "pilot", "airline", "airport", "boarding", "meal",
    "hotel", "room", "breakfast", "restaurant", "burger", "coffee", "pizza", "menu", "bus", "train",
    "app", "update", "website", "game", "service", "support team", "network", "broadband", "plan",
    "contract", "bill", "delivery", "parcel", "shop", "store", "jacket", "shoes", "dress", "car", "bike",
    "film", "show", "episode", "album", "concert", "book", "team", "match", "bank", "card", "company",
    "brand", "product", "camera", "experience", "trip", "staff", "aircraft", "plane", "movie", "driver",
)
PRODUCTS = (
    "a new phone", "the headset", "that jacket", "two tickets", "the pro version", "a family plan",
    "a smart watch", "the blue one", "those shoes", "a laptop", "the console", "an upgrade", "the tablet",
    "a return ticket", "the espresso machine", "a subscription", "the limited edition", "a router",
)
ASPECTS = (
    "battery", "battery life", "screen", "camera", "sound", "speaker", "signal", "wifi", "coverage",
    "price", "customer service", "check-in", "legroom", "food", "wait", "queue", "design", "keyboard",
    "fit", "fabric", "packaging", "delivery", "interface", "login", "search", "checkout", "refund",
    "build quality", "display", "microphone", "range", "taste", "portion", "location", "bathroom",
    "reception", "upload speed", "software", "performance", "navigation", "seats", "boarding", "zip",
    "colour", "charging", "fingerprint reader", "steering", "engine", "parking", "call quality",
)
GOOD = (
    "good", "great", "excellent", "amazing", "fantastic", "wonderful", "lovely", "brilliant", "superb",
    "awesome", "perfect", "nice", "impressive", "outstanding", "beautiful", "fun", "comfortable", "reliable",
    "incredible", "helpful", "smooth", "friendly", "exciting", "enjoyable", "exceptional", "top notch",
    "delightful", "fast", "solid", "worth it", "sweet", "pleasant", "flawless", "stunning",
)
BAD = (
    "bad", "awful", "terrible", "horrible", "useless", "poor", "dreadful", "disappointing", "annoying",
    "rubbish", "broken", "slow", "ugly", "boring", "frustrating", "a joke", "unreliable", "rude", "lousy",
    "disgusting", "pathetic", "garbage", "ridiculous", "painful", "unacceptable", "weak", "hated", "sad",
    "difficult", "nasty", "creepy", "unpleasant", "worthless", "a mess",
)
BAD = tuple(word for word in BAD if word != "hated")
GOOD_VERBS = ("love", "like", "enjoy", "adore", "appreciate", "recommend", "admire", "welcome")
BAD_VERBS = ("hate", "dislike", "despise", "regret", "dread", "loathe", "can't stand", "abhor")
FLAT = (
    "blue", "made of cotton", "from {nation} owners", "in {place}", "on the second floor", "black",
    "made in {country}", "for adults", "open on {day}", "here since {day}", "two metres long", "foreign",
    "{nation}", "digital", "online", "on platform {n}", "in English", "private", "commercial", "local",
    "round", "a {n} hour trip", "number {n}", "at gate {n}", "due on {day}", "public",
)
FLAT = tuple(
    word.replace("{nation}", nation).replace("{place}", place).replace("{country}", country)
    .replace("{day}", day).replace("{n}", n)
    for word in FLAT
    for nation, place, country, day, n in (
        ("Italian", "Bristol", "Vietnam", "Tuesday", "4"), ("Nigerian", "Denver", "Poland", "Friday", "7"),
        ("Indian", "Nairobi", "Mexico", "June", "12"), ("British", "Toronto", "India", "Sunday", "3"),
        ("Australian", "Cork", "Turkey", "May", "21"),
    )
)
MORE = (
    "really", "very", "so", "absolutely", "extremely", "truly", "totally", "super", "incredibly",
    "damn", "insanely", "hugely", "exceptionally", "the most", "just so", "beyond",
)
LESS = ("somewhat", "rather", "fairly", "pretty", "quite", "kind of", "a bit", "mostly", "sort of")
PEOPLE = (
    "my brother", "my friends", "my boss", "everyone", "the press", "my mom", "the whole office", "some reviewers",
    "my neighbour", "the internet", "her husband", "our kids", "half of twitter", "my uncle", "most people",
)
PLACES = (
    "London", "Leeds", "Lagos", "Mumbai", "Delhi", "Chicago", "Austin", "Dallas", "Toronto", "Sydney", "Cairo",
    "Accra", "Nairobi", "Dublin", "Berlin", "Madrid", "Paris", "Rome", "Warsaw", "Lahore", "Manila", "Tokyo",
    "Seoul", "Lima", "Bogota", "Boston", "Miami", "Phoenix", "Glasgow", "Cardiff", "Tehran", "Beirut",
)
EDGES = (
    "honestly", "tbh", "ok so", "well", "@acme", "fyi", "so", "guys", "just saying:", "imo", "lol", "today:",
    "update:", "my verdict:", "@acme_help", "hey @acme", "hmm", "btw", "for the record,", "ngl",
)
GOOD_EMOJI = (
    "\U0001F60D", "\U0001F60A", "\u2764\ufe0f", "\U0001F44D", "\U0001F389", "\U0001F970", "\U0001F929",
    "\U0001F603", "\U0001F604", "\U0001F618", "\U0001F44F", "\U0001F495", "\U0001F60E", ":)", ":D", "<3",
)
BAD_EMOJI = (
    "\U0001F621", "\U0001F620", "\U0001F44E", "\U0001F92C", "\U0001F622", "\U0001F61E", "\U0001F612",
    "\U0001F624", "\U0001F644", "\U0001F92E", "\U0001F614", "\U0001F494", "\U0001F61F", ":(", ":-(", ":/",
)
NEUTRAL_EMOJI = ("\U0001F4F7", "\U0001F4E6", "\u2708\ufe0f", "\U0001F4C5", "\U0001F4CD", "\U0001F697", "\u260E\ufe0f")
GROUPS = (
    "immigrants", "refugees", "women", "men", "gays", "lesbians", "trans people", "black people", "white people",
    "Muslims", "Jews", "Christians", "Hindus", "Sikhs", "Mexicans", "Arabs", "Asians", "Africans", "Poles", "Turks",
    "Syrians", "Indians", "Chinese people", "disabled people", "old people", "Latinos", "migrants", "feminists",
    "gay people", "Pakistanis", "Nigerians", "Roma", "girls", "foreigners", "atheists", "Catholics",
)
# Bad news for a customer that needs no angry word
BAD_FACTS = (
    "flight delayed {n} hours and nobody tells us why", "still waiting for my bag after {n} days",
    "you lost my luggage", "my bag did not make it to {place}", "been on hold for {n} hours", "on hold for {n}0 minutes already",
    "cancelled my flight with no notice", "flight cancelled again", "missed my connection in {place} because of you",
    "sitting on the runway for {n} hours", "stuck in {place} overnight with no hotel", "no one answers the phone",
    "no reply to my emails for {n} weeks", "charged me twice for the same order", "my card was charged and i got nothing",
    "no signal in {place} since {day}", "no internet for {n} days now", "the app crashes every time i open it",
    "keeps freezing since the last update", "phone died after {n} months", "screen cracked on day one",
    "battery drops to {n}0 percent by noon", "it stopped working after {n} weeks", "order never arrived",
    "the package came empty", "they sent the wrong size twice", "shoes fell apart after {n} wears", "still no refund",
    "waited {n} weeks for a refund", "your site is down again", "can't log in to my account since {day}",
    "can't get through to anyone", "hung up on me {n} times", "they gave my seat to somebody else",
    "paid for wifi that doesn't work", "the price went up without a word", "bill is {n} times what you quoted",
    "calls drop every {n} minutes", "the update deleted my photos", "room was not cleaned for {n} days",
    "found a hair in my food", "cold food and an hour late", "driver never showed up", "my order was cancelled for no reason",
    "seat {n} does not recline and the screen is dead", "{n} hour line at check-in with one agent", "you broke my suitcase",
    "another delay, another missed meeting", "{brand} overbooked and bumped us", "third replacement and same fault",
    "no tracking, no answer, no parcel", "was promised a call back {n} days ago", "i spent {n} hours in chat and nothing changed",
    "why is my flight delayed again", "why can't i reach anyone at {brand}", "how is it possible to lose a bag twice",
    "{n} agents, {n} different answers", "so you just leave us at the gate without any news", "{brand} why do you never answer",
    "had to pay extra because your system failed", "voicemail full, email bounced, chat offline", "data gone after the sync",
)
GOOD_FACTS = (
    "landed {n}0 minutes early", "got upgraded for free", "bag was first on the belt", "refund came the same day",
    "{name} fixed my problem in {n} minutes", "they replaced it with no questions asked", "arrived a day early",
    "answered on the first ring", "battery lasts {n} days", "it just works", "thanks {name} for finding my bag",
    "thank you for the quick reply", "thanks for the help", "shout out to {name} at {brand}", "you made my day",
    "crew went out of their way for my kids", "best flight in years", "will fly with {brand} again", "{n} years old and still like new",
    "kudos to the crew on the flight to {place}", "cheers for sorting that out", "my whole family switched and we are happy",
    "setup took {n} minutes, no trouble at all", "can't wait to use it again", "sold, i am a customer for life",
    "{brand} gave us the seats together after all", "they waived the fee", "five stars from me", "props to {brand}",
    "exactly what i was hoping for", "big thanks to everybody at gate {n}", "so glad i chose {brand}", "you guys rock",
    "my daughter won't put it down", "signal everywhere, even in {place}", "best purchase this year", "really happy with it",
    "you saved our holiday", "appreciate the fast response", "much better than the old one", "worth every penny",
)
NEUTRAL_FACTS = (
    "flying to {place} on {day}", "flight {n}12 to {place}", "the shop in {place} opens at {n}", "sent you a message",
    "just sent a dm", "my order number is {n}{n}402", "we are at gate {n}", "{brand} adds a route from {place} to {country}",
    "{brand} to open an office in {place}", "{brand} reports results on {day}", "see you in {place} on {day}",
    "it comes in {n} colours", "new {thing} out on {day}", "{brand} names {name} as head of sales", "they moved the date to {day}",
    "i have the {n} inch one", "it was {n} years ago", "the meeting is on {day}", "watching the match in {place}",
    "{name} is in {place} this week", "i use it at work", "we talked about {brand} today", "taking the train to {place}",
    "i will be at the {place} store at {n}", "ok will do", "it says {n} business days", "the reservation is under {name}",
    "they have a branch in {place}", "booked for {day}", "{brand} and {rival} sign a deal", "a video about the {thing}",
    "there is a {thing} in {place}", "here is the link to the {thing}", "changing planes in {place}", "yes, the {n}pm one",
)
# What people tell of their day; like the above no frame of a test
DAILY_FACTS = (
    "my sister teaches at a school in {place} and cycles there on {day}", "the bus goes past the market and stops behind the town hall", "{name} put the {thing} on the shelf next to the window",
    "we left at {n} and had lunch in {place} on the way", "there are {n} rooms on the ground floor and a garden behind them", "my neighbours have two dogs and a blue car",
    "the letter is dated {day} and has {n} pages", "i keep the {thing} in a drawer in the hall", "the road to {place} runs along the river for {n} miles",
    "{name} and {name} share a flat above the chemist", "we sat at the table by the door and {name} read the paper", "the box is {n} inches wide and made of cardboard",
    "i usually do the shopping on {day} and cook for {n}", "my uncle used to drive a lorry between {place} and {place}", "it says on the label that it was made in {country}",
    "the office is on the {n}th floor and the lift is on the left", "they have a branch next to the post office and one at the airport", "at noon we changed trains in {place}",
    "the instructions are in {n} languages", "{name} wore a green coat and carried an umbrella", "the library closes at {n} on {day}", "we talked about the weather and about the match",
    "the parcel had {n} screws and a small key in it", "i wrote the number on the back of the receipt", "there were some {n}0 people in the queue and a bench in front of it",
    "the appointment is with {name} at half past {n}", "the old {thing} is in the cellar and the new one on my desk", "my parents moved from {place} to {place} {n} years ago",
    "the course has {n} lessons and takes place on {day}", "he opened the window and put the kettle on",
)
QUESTIONS = (
    "what time does the desk in {place} open", "can i change my seat online", "do you fly to {place}", "is there wifi on the flight to {place}",
    "does the {thing} come in black", "how do i reset my password", "how long does delivery to {country} take", "which plan has roaming in {country}",
    "when is the next flight to {place}", "is the {place} store open on {day}", "does anyone know if the {thing} works in {country}",
    "can i bring a guitar on board", "what is the size of a carry on", "where do i find my booking number", "who do i ask about a group booking",
    "will the {thing} be back in stock", "is it possible to pay in {n} instalments", "are there student prices", "do i need a visa for {country}",
    "how can i reach your {place} office", "has {brand} said when the update comes", "any idea how to connect the {thing} to the tv",
    "do you ship to {country}", "which is lighter, the {thing} or the {other}", "could you tell me the gate for {place}",
    "can someone tell me how the refund works", "is {brand} the same as {rival}", "what does the yellow light mean", "where can i see my miles",
    "how do i add my {thing} to the account", "quick question: is breakfast included", "anyone using {brand} in {place}", "does it have a headphone jack",
    "when does the sale end", "can i use my miles on {rival}", "what's the difference between the two plans", "is the {thing} waterproof",
)
BAD_MOOD, GOOD_MOOD, ANY, FLAT_MOOD = ("negative",), ("positive",), (), ("neutral",)
UNHAPPY = ("negative", "neutral")
HAPPY = ("neutral", "positive")
INTENT_TEMPLATES: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "complaint": tuple((template, BAD_MOOD) for template in (
        *BAD_FACTS, "worst {thing} ever, fix it", "your {aspect} is {bad} and nobody cares", "this {thing} is {bad}, i want my money back",
        "please fix the {aspect}, it is {bad}", "still no answer about my {thing}", "{brand} your {aspect} is a disgrace",
        "i paid for {product} and the {aspect} is {bad}", "why is the {aspect} so {bad}", "what is wrong with your {aspect}",
        "the {aspect} on my {thing} does not work", "how hard can it be to get the {aspect} right", "really {brand}? {bad} {aspect} again",
    )),
    "question": tuple((template, FLAT_MOOD) for template in QUESTIONS),
    "praise": tuple((template, GOOD_MOOD) for template in (
        *GOOD_FACTS, "love my new {thing}", "the {aspect} is {good}, well done {brand}", "{brand} has the best {thing}", "such a {good} {thing}",
        "hats off to {brand}", "the {thing} is {good}, thank you {brand}", "nothing beats the {aspect} of {brand}", "{good} work {brand}",
        "i am impressed by the {aspect}", "{name} was {good}, thanks", "so {good}! more of this please", "everybody should try the {thing}",
    )),
    "purchase_intent": tuple((template, HAPPY) for template in (
        "i need to buy {product} this week", "thinking of getting {product}", "about to order {product}", "i want to buy {product}",
        "going to get {product} on {day}", "saving up for {product}", "where can i buy {product} in {place}", "can't decide between {brand} and {rival}, i need {product}",
        "looking for {product}, any tips", "who sells {product} near {place}", "just pre-ordered {product}", "shopping for {product} today",
        "my next buy is {product}", "payday on {day} and i'm getting {product}", "i'm in the market for {product}", "i might pick up {product} tomorrow",
        "how much is {product}", "adding {product} to my cart", "take my money {brand}, i need {product}", "ready to upgrade to {product}",
        "considering a switch to {brand} for {product}", "which should i get, {product} or {product}", "i will buy {product} as soon as it is out",
        "does {brand} have {product} in stock, i'd like to order one", "treating myself to {product} on {day}", "gonna cop {product}", "hoping to grab {product} in the sale",
        "ordering {product} right now", "we want {product} for the office, whom do i talk to", "planning to get {product} for {name}",
    )),
    "feature_request": tuple((template, ANY) for template in (
        "please add a dark mode", "please add {aspect} settings", "would be nice if the {thing} had a timer", "i wish the {thing} had {aspect} options",
        "can you add support for {country}", "you should add an offline mode", "it needs a search function", "bring back the old {aspect}",
        "please bring back the {thing}", "an option to turn off the {aspect} would be great", "could you let us choose the {aspect}",
        "would love to see a {place} route", "any chance of a {nation} version", "my wish for the next update: better {aspect} controls",
        "feature idea: let us share the {thing} list", "suggestion: show the {aspect} on the first page", "{brand} should let me save my {aspect}",
        "it would be cool to sort by date", "please make the {thing} work with my watch", "we need an undo button", "let us export the data please",
        "the {thing} is missing a way to mute", "wish it came in green", "why is there no widget, please make one", "would be {good} if you flew to {place}",
        "hope the next version lets me edit posts", "add apple pay please", "you guys need a student plan", "can we get a larger {aspect} setting",
        "request: {n} more profiles per account", "allow two accounts on one {thing}", "more {nation} subtitles please", "it lacks a landscape mode, please add it",
    )),
    "churn_risk": tuple((template, BAD_MOOD) for template in (
        "i'm switching to {rival}", "cancelling my contract with {brand} today", "that's it, i'm going to {rival}", "never flying {brand} again",
        "last time i use {brand}", "deleted the app", "uninstalled, bye", "closing my account on {day}", "you just lost a customer of {n} years",
        "how do i cancel my subscription", "how do i close my account", "time to move to {rival}", "i am done with {brand}", "we are leaving {brand} after {n} years",
        "taking my money to {rival}", "one more {bad} {thing} and i'm gone", "should i leave {brand} for {rival}", "contract ends in {day} and i will not renew",
        "hello {rival}, goodbye {brand}", "i'm out. {rival} here i come", "not renewing my plan", "going back to {rival}", "after this i will never buy {brand} again",
        "i want to cancel everything", "porting my number to {rival}", "if the {aspect} isn't fixed i will cancel", "considering {rival} since {brand} doesn't care",
        "unsubscribed after {n} years", "found a better deal at {rival}, leaving", "this was my last order with {brand}", "thinking about ditching {brand}",
    )),
    "safety_or_legal": tuple((template, UNHAPPY) for template in (
        "the {thing} caught fire", "my {thing} overheated and burned the table", "the charger gave me an electric shock", "i got food poisoning from the {thing}",
        "my lawyer will be in touch", "see you in court {brand}", "you will hear from my solicitor", "we are filing a lawsuit against {brand}", "this is illegal and you know it",
        "you leaked my personal data", "reported {brand} to the regulator", "this breaks consumer law", "my son choked on a part of it", "the battery is swelling and smells of gas",
        "i had an allergic reaction to the {product}", "is this under the product recall", "smoke came out of the {thing}", "your driver was texting at the wheel",
        "the brakes of the {thing} failed", "i was injured in your {place} store", "filed a complaint with the ombudsman", "i want my data deleted under gdpr",
        "someone stole my identity after your breach", "my account was hacked and money is gone", "there was glass in the {thing}", "the seat belt on the {thing} does not close",
        "you are discriminating against disabled passengers, that's against the law", "false advertising, i am calling trading standards", "a class action against {brand} is overdue",
        "charged without my consent, that is fraud", "the {thing} exploded in my bag", "unsafe {thing}, a child could get hurt", "you violated my warranty rights",
        "your staff hurt my mother while boarding", "the ladder broke and i broke my arm", "expired {product} on the shelf in {place}", "you sold my email address, i'm suing",
    )),
    "spam": tuple((template, HAPPY) for template in (
        "win {product} now, click the link http://x.example/a", "{n}0% off everything, use code SAVE{n} http://x.example/a", "follow me and i follow back", "earn ${n}00 a day from home, dm me",
        "check out my new channel and subscribe", "get {n}000 followers in one day", "free gift card, just sign up here http://x.example", "hot deals on {thing} http://x.example shop now",
        "limited offer: buy one get one free {thing}", "retweet and follow to win {product}", "cheap {thing} wholesale, whatsapp me", "best crypto signals, join our group",
        "make money online with {n} simple steps", "visit my page for {thing} discounts", "dm for promo", "click here to claim your prize", "giveaway! tag {n} friends and like this",
        "lose {n} kilos in {n} days with this tea", "new mixtape out now, link in bio", "buy {thing} here http://x.example free shipping", "we offer loans at {n} percent, inbox us",
        "#{brand} #{rival} #deal #sale #win http://x.example", "invest {n}00 get {n}000 in a week guaranteed", "selling {product}, message me for price",
        "i lost weight thanks to this site http://x.example", "get your free trial today http://x.example", "promote your music here, cheap rates", "check my profile for more",
    )),
    "other": tuple((template, FLAT_MOOD) for template in (
        *NEUTRAL_FACTS, "good morning {place}", "i am at home", "haha ok", "happy birthday {name}", "{name} and i talked about {brand} at lunch", "traffic in {place} on {day}",
        "my cat sleeps on the {thing}", "it is raining in {place}", "i have an exam on {day}", "that scene where {name} opens the door", "{country} plays {country} on {day}",
    )),
}
INTENT_TEMPLATES["other"] = tuple(
    (template, ANY if template.startswith(("good", "happy", "haha")) else mood)
    for template, mood in INTENT_TEMPLATES["other"]
)
