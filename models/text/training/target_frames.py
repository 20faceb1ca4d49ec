"""Frames of what a post says of one of two names: {a} and {b}, with the sentiment of each.

Each family is a kind of error that models make on real posts: switching, comparing, wishing one were
the other, names that are only the device, the shop or the channel, advertisements, headlines, recipients
and bystanders. A sign says what is felt: "-" negative, "0" neutral, "+" positive. The family CHECK is
never trained on.
"""

from __future__ import annotations

Frames = dict[str, tuple[tuple[str, str, str], ...]]


def each(signs: str, *frames: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((frame, signs[0], signs[1]) for frame in frames)


FRAMES: Frames = {
    "switching": each(
        "-+", "moved from {a} to {b} and never looked back", "switched from {a} to {b} {when}, best thing i ever did",
        "after {n} years with {a} i'm on {b} now and it's so much better", "{a} is dead to me, {b} it is", "bye {a}, hello {b}",
        "goodbye {a}. {b}, here i come", "finally ditched {a} for {b}", "so done with {a}, going to {b}", "{a} lost me to {b}",
        "cancelled {a} and signed up for {b}. happy days", "traded my {a} in for {b} and couldn't be happier",
        "{b} gets my money because {a} couldn't be bothered", "left {a} for {b} and don't miss it one bit",
        "about to drop {a} and get {b} instead", "{b} is getting my business from now on, {a} can keep their excuses",
        "went from {a} to {b}: night and day", "gave up on {a}, {b} for life", "one more dropped call and i leave {a} for {b}",
        "selling my {a}, the {b} is just that good", "tried {a} for {n} weeks. back on {b} and relieved", "crawled back to {b} after {n} days of {a}",
        "{a} had its chance. {b} now", "{when} i swapped {a} for {b}. zero complaints since", "out with {a}, in with {b}",
        "{a} drove me straight to {b}", "making the jump from {a} to {b}, can't wait", "said no to {a} and yes to {b}",
        "{b} converted me, {a} is in a drawer now", "returned the {a} and got {b}, what a relief", "uninstalled {a}. {b} does it all",
    ) + each("+-", "{a} was fine until they made us move to {b}", "they took away {a} and gave us {b}. i want {a} back", "why did i ever swap {a} for {b}",
        "my office replaced {a} with {b} and now nothing works"),
    "wishing": each(
        "-+", "why can't {a} be more like {b}", "hey {a}, {b} can do it so why can't you", "{a} should take notes from {b}",
        "{a} could learn a thing or two from {b}", "if {b} can ship on time why can't {a}", "{b} does this for free, {a} charges {n} dollars",
        "{a} wishes it was {b}", "{a} is no {b}", "dear {a}, look at how {b} does it", "{a} please copy {b}, i beg you",
        "imagine if {a} worked half as well as {b}", "{b} figured this out years ago. {a} still hasn't", "{a} will never be {b}",
        "even on its worst day {b} is better than {a}", "{a} needs {n} years to catch up with {b}", "i wish {a} had what {b} has",
        "{a}, be a bit more {b}", "nobody at {a} has ever used {b}, clearly", "how is {b} so far ahead of {a}",
    ),
    "unlike": each(
        "-+", "unlike {a}, {b} actually answers", "{b} works, unlike {a}", "{b} replied in minutes, {a} still hasn't after {n} days",
        "{b} never let me down. {a} did, twice", "{b} refunded me the same day. still waiting for {a}", "{a} on hold for {n} hours. {b} picked up at once",
        "at least {b} tells you what is going on, {a} just goes quiet", "{b} fixed in one call what {a} couldn't in {n} weeks",
        "{a} support is {bad}. {b} support is {good}", "same order from {a} and {b}: {b} came next day, {a} never came", "{b} has {good} staff. can't say that of {a}",
        "{a} lost my bag, {b} found it", "had to call {b} to sort out the mess {a} made, thank you {b}", "{a} broke it, {b} repaired it for free",
        "{a} overcharged me and {b} helped me get it back", "{a}: {n} emails, no reply. {b}: one tweet, done",
    ),
    "compared": each(
        "-+", "{b} > {a}", "{b} >>> {a}", "{a} < {b}", "{b} beats {a} any day", "{b} beats {a} hands down", "{b} is way better than {a}", "{a} is so much worse than {b}",
        "{b} over {a} every single time", "i prefer {b} to {a}", "i'd rather have {b} than {a}", "{a} can't touch {b}", "{b} wipes the floor with {a}",
        "{a} doesn't come close to {b}", "{a} vs {b}? {b} all the way", "team {b}, sorry {a}", "give me {b} over {a}", "{a} looks like a cheap copy of {b}",
        "compared to {b}, {a} is a joke", "{b} is light years ahead of {a}", "{b} tastes better than {a}, fight me", "{b} blows {a} out of the water",
        "{a} has nothing on {b}", "{b} makes {a} look {bad}", "{b} is {good}, {a} is {bad}", "{b} was {good}, {a} not so much", "{a} {bad}, {b} {good}",
        "next to {b} the {a} feels {bad}", "{a} who? {b} is where it's at", "no contest, {b} wins, {a} loses", "{b}'s {thing} is better than {a}'s",
        "i pick {b}, {a} is overrated", "{a} is overrated, {b} is underrated", "{a} is more expensive and worse than {b}", "{b} runs circles around {a}",
    ) + each("++", "can't choose between {a} and {b}, both {good}", "love both {a} and {b}", "{a} and {b} are both {good}", "{a} or {b}? either way you win",
        "{a} is {good} and so is {b}", "{a} and {b} made my week", "{b} is {good} but {a} is even better", "{a} with {b}, what a combination",
    ) + each("--", "{a} and {b} are equally {bad}", "neither {a} nor {b} works", "{a} and {b} both let me down", "{a} is {bad} and {b} is no better",
        "a plague on {a} and {b}", "{a} and {b}, two of a kind: {bad}", "{a} is as {bad} as {b}", "sick of {a}, sick of {b}",
    ) + each("00", "{a} or {b}?", "{a} or {b}, which one should i get", "does {a} work with {b}", "anyone tried both {a} and {b}?", "{a} has {n} stores, {b} has {n}",
        "is {a} the same as {b}", "comparing {a} and {b} for a school project", "moving my contacts from {a} to {b} today", "what's the difference between {a} and {b}"),
    "praised and blamed": each(
        "+-", "{a} was {good}, {b} was {bad}", "shout out to {a} for saving my day. shame on {b}", "{a} 10/10, {b} 2/10", "thanks {a}! boo {b}",
        "{a} staff {good}, {b} staff {bad}", "love {a}, hate {b}", "i love {a} but i can't stand {b}", "hate {b} but at least there is {a}",
        "{a} made me smile today, {b} made me cry", "well done {a}, get it together {b}", "{a} is a lifesaver. {b} is a nightmare", "so happy with {a}, so fed up with {b}",
        "my {a} is {good} but the {b} is {bad}", "{b} ruined my evening, {a} rescued it", "the {thing} from {a} is {good}. the one from {b} is {bad}", "big fan of {a}, not of {b}",
        "{a} you rock. {b} you don't", "proud of {a}, embarrassed by {b}", "the only good thing about {b} is that it runs {a}", "{a} keeps {b} alive, {b} by itself is {bad}",
    ),
    "device": each(
        "-0", "{a} keeps crashing on my {b}", "the {a} app won't open on {b}", "{a} is so {bad} on {b}", "can't log in to {a} from my {b}", "{a} update broke everything on my {b}",
        "trying to watch {a} on {b} but it just buffers", "sent from my {b}: {a} is {bad}", "why does {a} drain the battery of my {b}", "{a} has been {bad} all day, writing this on {b}",
    ) + each("+0", "love {a} on my {b}", "watching {a} on {b}, so {good}", "sent from my {b}: {a} is {good}", "listening to {a} on {b}, pure joy", "finally got {a} on my {b} and it's {good}",
        "playing {a} on {b} all night and loving it", "{a} looks {good} on {b}", "streaming {a} through {b} all weekend, heaven", "reading {a} on my {b}, can't put it down",
    ) + each("00", "sent from my {a} via {b}", "using {a} on {b} today", "{a} for {b} is out", "installing {a} on my {b}", "how do i get {a} on {b}", "tweeting from {a} at {b}"),
    "channel": each(
        "-0", "saw on {b} that {a} lied again", "read on {b} how {bad} {a} is", "posted my review of {a} on {b}: {bad}", "bought {a} at {b}, what a waste", "got {a} from {b} and it is {bad}",
        "the {a} i ordered through {b} is {bad}", "everyone on {b} is complaining about {a} and they are right", "{b} showed me a clip of {a}, {bad}", "watched {a} lose on {b}. gutted",
    ) + each("+0", "saw {a} on {b} last night, {good}", "bought {a} at {b}, it's {good}", "ordered {a} from {b} and i love it", "found {a} on {b}, obsessed", "heard {a} on {b} this morning, made my day",
        "picked up {a} at {b} {when}, so happy", "{a} is {good}, you can get it at {b}", "going to see {a} at {b}, so excited", "posted a picture of my {good} {a} on {b}",
    ) + each("00", "just saw an ad for {a} on {b}", "{a} is now sold at {b}", "{a} posted something on {b} {when}", "looking up {a} on {b}", "is {a} on {b} yet?", "{a} will be live on {b} at {n}",
        "follow {a} on {b}", "ordered {a} from {b} {when}", "they talked about {a} on {b}"),
    "headline": each(
        "00", "{a} announces partnership with {b}", "{a} to buy {b} for {n} billion", "win {a} tickets with {b}! retweet to enter", "{a} vs {b}: which should you buy?", "how {a} plans to take on {b}",
        "new: {a} for {b} now available", "{n}0% off {a} at {b} today only", "recipe of the day: {a} cookies with {b}", "{a} hires former {b} executive", "report: {a} sales up, {b} sales down",
        "top {n} alternatives to {a} and {b}", "{a} and {b} to meet in court {when}", "{a} sues {b} over patents", "deal: {a} with free {b}", "{a} launches rival to {b}", "rumour: {a} may work with {b}",
        "{a} joins {b} in raising prices", "watch live: {a} against {b}", "{b} boss speaks about {a}", "review: {a} on {b}, everything you need to know", "{a} beats {b} in first quarter deliveries, figures show",
        "breaking: {a} and {b} sign deal", "{a} accessories compatible with {b}, order now", "giveaway: follow us and win a {a} or a {b}", "in other news {a} moves its office next to {b}",
    ),
    "bystander": each(
        "-0", "{b} have you seen what {a} did? {bad}", "cc {b}: {a} is {bad}", "{b} please help, {a} won't refund me", "standing outside {b} and my {a} just died", "{b} can you get {a} to answer me",
        "telling my friend at {b} how {bad} {a} is", "a guy at {b} agrees that {a} is {bad}", "parked at {b} because my {a} broke down again", "{b} is next door to {a}, where the food is {bad}", "dear {b}, your partner {a} is {bad}",
    ) + each("+0", "{b} have you tried {a}? so {good}", "my friend at {b} got me {a}, so {good}", "parked next to {b}, i love my {a}", "{b} you should hear {a}, {good}", "met {a} outside {b}, nicest person ever",
        "skipped {b} {when} to see {a}, worth it", "took {a} to {b} for lunch, what a {good} day with {a}"),
}
CHECK: Frames = {
    "regret": each(
        "-+", "should have bought {b} instead of {a}", "wish i had stayed with {b}, {a} is a mistake", "i miss {b} every time i use {a}", "biggest regret of the year: leaving {b} for {a}",
        "never should have left {b}. {a} is a downgrade", "spent the money on {a} when {b} was right there", "{a} makes me want my old {b} back", "if only i had listened and gone with {b} over {a}",
        "could have had {b} but no, i had to pick {a}", "paid double for {a} and would take {b} back in a heartbeat",
    ) + each("0-", "thought about {a} but ended up with {b}, never again", "someone at {a} warned me about {b} and they were right"),
}
