package dev.earshot.wire.table;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a column of an export or a field of a scraper's item holds, by its name: the one table of
 * names, in English, German, Spanish, French, Italian, Portuguese and Dutch, and of X, Meta
 * Business Suite, TikTok Studio, YouTube Studio, LinkedIn, the app stores, Brandwatch, Talkwalker,
 * Meltwater, Sprout, Hootsuite, Sprinklr, Mention, Reddit's and Google's downloads, and common
 * scrapers. Names are compared without case, accents, blanks and punctuation, then without what
 * stands in brackets; earlier names win.
 */
public enum TableField {
    /** The whole text. */
    TEXT(
            "text",
            "text fulltext tweettext posttext reviewtext commenttext messagetext rawcontent"
                    + " fullcontent mentioncontent message postmessage content body selftext tweet post"
                    + " comment review caption posttextoriginal textoriginal description"
                    + " postdescription videodescription beitrag beitragstext nachricht inhalt"
                    + " kommentar kommentartext rezension bewertungstext bildunterschrift beschreibung"
                    + " texto textocompleto mensaje contenido publicacion comentario resena descripcion"
                    + " piedefoto texte message textecomplet contenu publication commentaire avis"
                    + " legende testo testocompleto messaggio contenuto commento recensione didascalia"
                    + " descrizione mensagem conteudo publicacao postagem comentario avaliacao resenha"
                    + " legenda descricao tekst volledigetekst bericht inhoud reactie opmerking"
                    + " beoordeling recensietekst bijschrift beschrijving edgemediatocaptiontext"
                    + " authortext textdisplay opinion opiniontext feedback"
                    + " tresc komentarz metin yorum icerik 本文 内容 正文 评论 评论内容 コメント 내용 댓글 본문"
                    + " текст комментарии сообщение"),
    /** A short form of it, read where the whole is missing. */
    SNIPPET(
            "text",
            "snippet hitsentence openingtext contentsnippet excerpt summary textshort shorttext"
                    + " renderedcontent auszug extracto extrait estratto trecho fragment"),
    /** A headline beside the text; part of it. */
    TITLE(
            "text",
            "title headline subject posttitle videotitle reviewtitle titel betreff ueberschrift"
                    + " uberschrift titulo asunto titre objet sujet titolo oggetto assunto onderwerp"
                    + " kop"),
    ID(
            "id",
            "id tweetid statusid postid messageid commentid reviewid resourceid mentionid"
                    + " universalmessageid guid uuid idstr cid contentid permalinkid"
                    + " beitragsid beitragsnummer kommentarid iddelapublicacion idpublicacion"
                    + " iddepublicacion idpublication identifiant idpost iddelpost idpubblicazione"
                    + " idpublicacao berichtid shortcode"
                    // On TikTok it is the author's name, beside an id.
                    + " uniqueid"),
    URL(
            "url",
            "permalink postpermalink tweetpermalink permalinkurl posturl postlink tweeturl tweetlink"
                    + " videolink videourl webvideourl commenturl reviewlink messageurl url link"
                    + " originalurl sourceurl twitterurl pageurl beitragslink enlace enlacepermanente"
                    + " lien lienpermanent collegamento ligacao linkpermanente"),
    CREATED_AT(
            "createdAt",
            "createdat createdatutc createdutc createdtime creationtime timecreated createtime"
                    + " createtimeiso commentcreatetimestamp createdate createddate createdtimestamp"
                    + " creationdate datecreated publishtime videopublishtime publishedat"
                    + " publishedtime publishedtimestamp publishdate publisheddate publicationdate"
                    + " published posttime posteddate postedat postedon postcreatedat postcreated"
                    + " postdate datepublished dateposted timeposted takenat takenattimestamp"
                    + " timeparsed timestamp timestamputc timestampms datetime dateandtime dateutc"
                    + " datetimeutc utcdate localtime reviewsubmitdateandtime reviewdate submitted"
                    + " submittedat sentat sent senttime epoch unixtime unixtimestamp added dateadded indexed date"
                    + " datum datumuhrzeit datumundzeit zeitpunkt zeitstempel erstellt erstelltam"
                    + " erstellungsdatum veroffentlicht veroffentlichtam veroffentlichungsdatum"
                    + " veroeffentlichtam gepostetam fecha fechayhora fechadepublicacion"
                    + " fechadecreacion horadepublicacion publicadoel creadoel datedepublication"
                    + " datedecreation heuredepublication dateetheure dateheure publiele creele horodatage"
                    + " data dataeora dataora datadipubblicazione datadicreazione pubblicatoil creatoil"
                    + " oradipubblicazione dataehora datahora datadepublicacao datadecriacao"
                    + " publicadoem criadoem datumentijd datumtijd geplaatstop gepubliceerdop"
                    + " publicatiedatum aangemaaktop aangemaakt 日付 日時 投稿日時 datapublikacji"
                    + " tarih yayintarihi 发布时间 时间 日期 작성일 날짜 дата time zeit uhrzeit"),
    /** The time of day where the date has a column of its own. */
    CLOCK("createdAt", "time hour timeofday uhrzeit zeit hora heure ora orario tijd tijdstip"),
    PLATFORM(
            "platform",
            "platform network socialnetwork channel sntype pagetype contentsourcename contentsource"
                    + " sourcetype mediatype source sourcename service domain domainurl"
                    + " rooturl plattform netzwerk quelle kanal plataforma red redsocial fuente"
                    + " plateforme reseau source piattaforma rete fonte rede redesocial bron netwerk"),
    LANGUAGE(
            "language",
            "language lang languagecode languages reviewerlanguage contentlanguage sprache idioma"
                    + " langue lingua taal"),
    AUTHOR(
            "author.id",
            "authorid userid ownerid authorrestid authorchannelid channelid senderid fromid"
                    + " sendersocialid"
                    + " author authorusername authoruniqueid authorname authormetaid authormetaname"
                    + " username userusername ownerusername screenname senderscreenname"
                    + " twitterscreenname handle authorhandle profile profilename user owner influencer"
                    + " extraauthorattributesname extraauthorattributesshortname displayname reviewer"
                    + " autor autorname benutzer benutzername nutzername verfasser usuario"
                    + " nombredeusuario auteur utilisateur nomdutilisateur autore utente nomeutente"
                    + " nomedeusuario gebruiker gebruikersnaam postedby accountusername accountid pageid pagename"
                    + " nutzer kommentator commenter commentername consumer nickname reviewername"
                    + " reviewerid"),
    FOLLOWERS(
            "author.followers",
            "followers followerscount xfollowers twitterfollowers authorfollowers"
                    + " authorfollowerscount authorpublicmetricsfollowerscount userfollowerscount"
                    + " ownerfollowercount authormetafans numberoffollowers follower abonnenten"
                    + " seguidores abonnes volgers"),
    FOLLOWING(
            "author.following",
            "following followingcount friendscount authorfollowing twitterfollowing"
                    + " authorpublicmetricsfollowingcount userfriendscount"),
    POSTS(
            "author.posts",
            "authorposts statusescount tweetcount authorpublicmetricstweetcount userstatusescount"),
    LISTED("author.listed", "listed listedcount authorpublicmetricslistedcount userlistedcount"),
    VERIFIED("author.verified", "verified authorverified isverified userverified authorisverified"),
    OPENED(
            "author.createdAt",
            "authorcreatedat usercreatedat usercreated accountcreatedat accountcreated"),
    LIKES(
            "engagement.likes",
            "likes likecount likescount favoritecount favouritecount favorites favourites"
                    + " publicmetricslikecount diggcount statsdiggcount edgemediapreviewlikecount"
                    + " upvotes votes votecount xlikes twitterlikes facebooklikes instagramlikes"
                    + " linkedinlikes totallikes reactions reactionscount totalreactions score"
                    + " gefalltmir gefaelltmir gefalltmirangaben gefalltmirs megusta jaime"
                    + " mentionsjaime mipiace curtidas gostos vindikleuks"),
    REPLIES(
            "engagement.replies",
            "replies replycount repliescount comments commentcount commentscount totalcomments"
                    + " numberofcomments numcomments publicmetricsreplycount edgemediatocommentcount"
                    + " xreplies twitterreplycount facebookcomments instagramcomments antworten"
                    + " kommentare respuestas comentarios reponses commentaires risposte commenti"
                    + " respostas antwoorden reacties"),
    REPOSTS(
            "engagement.reposts",
            "reposts repostcount retweets retweetcount retweetscount shares sharecount sharescount"
                    + " totalshares publicmetricsretweetcount xreposts twitterretweets facebookshares"
                    + " share geteilt geteilteinhalte compartidos vecescompartido partages"
                    + " condivisioni compartilhamentos partilhas gedeeld"),
    QUOTES(
            "engagement.quotes",
            "quotes quotecount quotescount publicmetricsquotecount quotetweets"),
    VIEWS(
            "engagement.views",
            "views viewcount viewscount videoviews videoviewcount playcount totalviews"
                    + " impressions impressioncount publicmetricsimpressioncount reach aufrufe"
                    + " impressionen vues visualizaciones reproducciones impresiones visualizzazioni"
                    + " visualizacoes impressoes weergaven"),
    REPLY_TO(
            "inReplyTo",
            "inreplyto inreplytoid inreplytotweetid inreplytostatusid inreplytostatusidstr"
                    + " parentid parentcommentid parent referencedtweetsrepliedtoid replytoid"),
    REPLY_TO_AUTHOR(
            "inReplyTo.author",
            "inreplytoauthor inreplytoauthorid inreplytouserid inreplytouseridstr inreplytouser"),
    REPOST_OF(
            "repostOf",
            "repostof retweetof retweetedstatus retweetedstatusid referencedtweetsretweetedid"
                    + " retweetid retweetedtweetid"),
    QUOTE_OF("quoteOf", "quoteof quotedstatus quoteid quotedtweetid referencedtweetsquotedid");

    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)|\\[[^]]*]");
    private static final Map<String, List<TableField>> BY_NAME = byName();

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> names;

    TableField(String path, String names) {
        this.path = path;
        this.names = Arrays.stream(names.toLowerCase(Locale.ROOT).split(" ")).distinct().toList();
    }

    private static Map<String, List<TableField>> byName() {
        var all = new HashMap<String, List<TableField>>();
        for (TableField field : values()) {
            for (String name : field.names) {
                all.computeIfAbsent(name, n -> new ArrayList<>()).add(field);
            }
        }
        return Map.copyOf(all);
    }

    /** Its path in the project's own format. */
    String path() {
        return path;
    }

    /** The name by which users name it: {@code text}, {@code time}, {@code id} and so on. */
    public String key() {
        return switch (this) {
            case CREATED_AT -> "time";
            case URL -> "link";
            default -> name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /**
     * The field of that {@link #key}; {@code date}, {@code url} and {@code created_at} are known
     * too.
     */
    public static Optional<TableField> ofKey(String key) {
        String wanted = key.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (wanted) {
            case "date", "created-at", "createdat" -> Optional.of(CREATED_AT);
            case "url" -> Optional.of(URL);
            default ->
                    Arrays.stream(values()).filter(field -> field.key().equals(wanted)).findFirst();
        };
    }

    /** Every {@link #key}, for messages. */
    public static String keys() {
        return String.join(", ", Arrays.stream(values()).map(TableField::key).toList());
    }

    /**
     * The positions that may hold each field, best first. A position is listed under one field
     * alone, except that a column named {@code time} may hold the date or the time of day.
     */
    static Map<TableField, List<Integer>> of(List<String> header) {
        var whole = header.stream().map(TableField::plain).toList();
        var bare = header.stream().map(n -> plain(BRACKETS.matcher(n).replaceAll(""))).toList();
        var found = new LinkedHashMap<TableField, List<Integer>>();
        var taken = new HashMap<Integer, TableField>();
        for (TableField field : values()) {
            var places = new ArrayList<Integer>();
            for (String name : field.names) {
                for (int place = 0; place < header.size(); place++) {
                    boolean named =
                            whole.get(place).equals(name)
                                    || (bare.get(place).equals(name)
                                            && !BY_NAME.containsKey(whole.get(place)));
                    boolean free = !taken.containsKey(place) || field == CLOCK;
                    if (named && free && !places.contains(place)) {
                        places.add(place);
                        taken.put(place, field);
                    }
                }
            }
            if (!places.isEmpty()) {
                found.put(field, places);
            }
        }
        return found;
    }

    /** A name without case, accents, blanks and punctuation. */
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
