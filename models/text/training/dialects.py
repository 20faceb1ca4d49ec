"""What people write in Standard, African American, Indian, Scots, Caribbean and Northern English when they say the same.

Own sentences, in that order; all of them respectful everyday use. No sentence of the bias gate is among them.
"""

from __future__ import annotations

# What is felt, and the same remark in each variety
PARALLEL: tuple[tuple[str, tuple[str, ...]], ...] = tuple((sign, tuple(line.split(" | "))) for sign, lines in {
    "0": (
        "i am waiting for the bus | i'm waitin on the bus | i am standing for the bus only | am waitin oan the bus | mi a wait pon di bus | am waiting on t'bus",
        "we have two cats | we got two cats | we are having two cats | we've goat twa cats | wi have two puss | we've two cats, us",
        "she works at the bank on the corner | she be workin at the bank on the corner | she is working in corner bank only | she works at the bank oan the corner | she work a di bank pon di corner | she works at t'bank on t'corner",
        "he is going to buy bread | he finna buy some bread | he is going for buying bread | he's awa tae get breid | him a go buy bread | he's off to buy some bread",
        "do you know when the match starts? | you know when the game start? | match is starting when, you know? | dae ye ken whin the match sterts? | yuh know when di match a start? | does tha know when t'match starts?",
        "my brother has a new job in town | my brother got him a new job in town | my brother is having new job in town | ma brother's goat a new joab in toon | mi bredda have a new work inna town | our kid's got a new job in town",
        "i did not see anyone there | i ain't see nobody there | i have not seen anyone there | ah didnae see onybody there | mi neva see nobody deh | i didn't see nobody there, me",
        "the children are playing outside | the kids playin outside | the children are playing outside only | the weans are playin ootside | di pickney dem a play outside | t'kids are laikin outside",
        "i have to go to work now | i gotta go to work now | i have to go to office now itself | ah've tae go tae ma work noo | mi haffi go a work now | i've to go to work now",
        "they live two streets away | they stay two streets over | they are staying two streets away | they bide twa streets awa | dem live two street over | they live two streets over, them",
        "he said that he will come later | he said he gon come later | he told he will come afterwards | he says he'll come efter | him seh him soon come | he said he'd come later on, like",
        "what is the price of this one? | how much this one be? | this one is for how much? | hoo much is this yin? | how much fi dis one? | how much is this un?",
    ),
    "+": (
        "this cake is wonderful | this cake be so good | this cake is too good ya | this cake's pure braw | dis cake sweet yuh see | this cake's right nice",
        "i am so happy with my new bike | i'm too happy with my new bike | i am feeling so happy with my new bike | am that happy wi ma new bike | mi so happy wid mi new bike | i'm dead chuffed wi me new bike",
        "the driver was very kind to us | the driver was real sweet to us | the driver was very much kind to us | the driver wis awfy kind tae us | di driver did nice to wi | t'driver were right kind to us",
        "best concert i have ever seen | best concert i ever been to, no lie | i have never seen such a superb concert | best gig ah've ever been tae | di wickedest concert mi ever see | best gig i've ever been to, that",
        "i love this song, it is great | i love this song, it go hard | i am loving this song, it is superb | ah love this sang, it's magic | mi love dis tune, it tun up | i love this song, it's mint",
        "my mother makes the best soup | my mama make the best soup | my mummy is making the best soup | ma maw makes the best soup | mi madda mek di bess soup | me mam makes t'best soup",
        "they fixed it quickly and were friendly | they fixed it quick and they was cool about it | they have fixed it fast and they are so friendly | they fixed it dead quick an were pure sound | dem fix it quick an dem friendly | they fixed it sharpish and were proper nice",
        "we are proud of our team today | we so proud of our team today | we are feeling too proud of our team today | we're that proud ae oor team the day | wi proud a wi team today | we're right proud of our team today",
        "he is a good friend to me | he a real one, good friend to me | he is one very good friend to me | he's a guid pal tae me | him a good good fren to mi | he's a good mate to me, is he",
        "that was a fantastic day out | that was a fire day out fr | that was one fantastic outing | that wis a stoatin day oot | dat was one nice nice day out | that were a cracking day out",
    ),
    "-": (
        "this app is useless, it crashes every day | this app be trash, it crash every day | this app is useless only, daily it is crashing | this app's mince, it crashes every day | dis app yah wutless, it crash every day | this app's useless, it crashes every day",
        "i am very disappointed in the food | i'm real disappointed in the food | i am very much disappointed with the food | am pure gutted wi the scran | mi well disappointed inna di food | i'm right let down by t'food",
        "the man at the desk was rude to me | dude at the desk was hella rude to me | that desk man was too rude to me | the man at the desk wis pure cheeky tae me | di man a di desk did rude to mi | t'bloke on t'desk were right rude to me",
        "i want my money back, this is broken | i want my money back, this broke | i am wanting my money back, this is broken only | ah want ma money back, this is brokken | mi want back mi money, dis mash up | i want me money back, it's bust",
        "it is too expensive and it tastes bad | it cost too much and it taste nasty | it is too costly and not at all tasty | it's pure dear an it's boggin | it too dear an it taste bad | it costs a bomb and tastes rank",
        "she is upset because they cancelled her flight | she mad cause they canceled her flight | she is upset because flight they have cancelled | she's pure ragin cause they cancelled her flight | she vex cause dem cancel har flight | she's fuming cos they cancelled her flight",
        "worst bus company, always late | worst bus company, they stay late | worst bus company, daily late only | worst bus company gaun, ayeways late | worse bus company, dem always late | worst bus company going, allus late",
        "i cannot stand this noise any more | i can't with this noise no more | i am not able to bear this noise anymore | ah cannae stick this racket ony mair | mi cyaan tek di noise no more | i can't be doing wi this racket any more",
        "nobody helped us and we waited all day | ain't nobody help us and we waited all day | no one has helped us, whole day we waited | naebody helped us an we waitit aw day | nobody nuh help wi an wi wait all day | nobody helped us and we waited all day, honest",
        "they lied to me about the price | they lied to me about the price, foul | they have told me lies about the price | they telt me lees aboot the price | dem lie to mi bout di price | they lied to me about t'price",
    ),
}.items() for line in lines)
