package dev.earshot.assembly;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import java.util.List;

/**
 * Writes the {@code tokenizer.json} of BERT's cased WordPiece from a {@code vocab.txt}: one piece
 * per line, whose number is its id. Letters keep their case and accents, each Chinese character is
 * a token of its own, and a word may have {@value #MAX_WORD_LENGTH} characters (BERT's 100 would
 * lose whole sentences of Thai, which has no spaces). Stateless.
 */
final class WordPiece {
    static final int MAX_WORD_LENGTH = 200;
    private static final List<String> SPECIAL =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]");

    private WordPiece() {}

    /**
     * @throws AssemblyException if a special piece is missing
     */
    static String tokenizer(String vocabulary) {
        List<String> pieces = List.of(vocabulary.split("\n"));
        JsonObject root = new JsonObject();
        root.addProperty("version", "1.0");
        JsonArray added = new JsonArray();
        for (String piece : SPECIAL) {
            int id = pieces.indexOf(piece);
            if (id < 0) {
                throw new AssemblyException("the vocabulary holds no " + piece);
            }
            added.add(added(piece, id));
        }
        root.add("added_tokens", added);
        JsonObject normaliser = typed("BertNormalizer");
        normaliser.addProperty("clean_text", true);
        normaliser.addProperty("handle_chinese_chars", true);
        normaliser.addProperty("strip_accents", false);
        normaliser.addProperty("lowercase", false);
        root.add("normalizer", normaliser);
        root.add("pre_tokenizer", typed("BertPreTokenizer"));
        root.add("post_processor", framed(pieces));
        JsonObject decoder = typed("WordPiece");
        decoder.addProperty("prefix", "##");
        decoder.addProperty("cleanup", true);
        root.add("decoder", decoder);
        root.add("model", model(pieces));
        return root.toString();
    }

    private static JsonObject model(List<String> pieces) {
        JsonObject model = typed("WordPiece");
        model.addProperty("unk_token", "[UNK]");
        model.addProperty("continuing_subword_prefix", "##");
        model.addProperty("max_input_chars_per_word", MAX_WORD_LENGTH);
        JsonObject ids = new JsonObject();
        for (int id = 0; id < pieces.size(); id++) {
            ids.addProperty(pieces.get(id), id);
        }
        model.add("vocab", ids);
        return model;
    }

    /** [CLS] text [SEP]. */
    private static JsonObject framed(List<String> pieces) {
        JsonObject framed = typed("TemplateProcessing");
        JsonArray single = new JsonArray();
        single.add(placed("SpecialToken", "[CLS]"));
        single.add(placed("Sequence", "A"));
        single.add(placed("SpecialToken", "[SEP]"));
        framed.add("single", single);
        JsonArray pair = single.deepCopy();
        pair.add(placed("Sequence", "B"));
        pair.add(placed("SpecialToken", "[SEP]"));
        framed.add("pair", pair);
        JsonObject special = new JsonObject();
        for (String piece : List.of("[CLS]", "[SEP]")) {
            JsonObject one = new JsonObject();
            one.addProperty("id", piece);
            one.add("ids", list(new JsonPrimitive(pieces.indexOf(piece))));
            one.add("tokens", list(new JsonPrimitive(piece)));
            special.add(piece, one);
        }
        framed.add("special_tokens", special);
        return framed;
    }

    private static JsonObject placed(String kind, String id) {
        JsonObject inner = new JsonObject();
        inner.addProperty("id", id);
        inner.addProperty("type_id", 0);
        JsonObject outer = new JsonObject();
        outer.add(kind, inner);
        return outer;
    }

    private static JsonArray list(JsonPrimitive only) {
        JsonArray array = new JsonArray();
        array.add(only);
        return array;
    }

    private static JsonObject added(String piece, int id) {
        JsonObject added = new JsonObject();
        added.addProperty("id", id);
        added.addProperty("content", piece);
        added.addProperty("single_word", false);
        added.addProperty("lstrip", false);
        added.addProperty("rstrip", false);
        added.addProperty("normalized", false);
        added.addProperty("special", true);
        return added;
    }

    private static JsonObject typed(String type) {
        JsonObject object = new JsonObject();
        object.addProperty("type", type);
        return object;
    }
}
