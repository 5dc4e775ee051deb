package org.sluis.inspection.parsing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** JSON (RFC 8259): one value in UTF-8, read once from front to back in bounded memory and to a bounded depth. */
final class JsonContent implements Format {

    private static final int MAX_DEPTH = 500;
    private static final int END = -1;

    @Override
    public void check(Specimen specimen) throws IOException {
        Reader text = new InputStreamReader(specimen.source().stream(), StandardCharsets.UTF_8.newDecoder());
        new Reading(new BufferedReader(text, 64 * 1024)).document();
    }

    private static final class Reading {

        private final Reader text;
        private int next;

        Reading(Reader text) {
            this.text = text;
        }

        void document() throws IOException {
            advance();
            if (next == '\ufeff') {
                advance();
            }
            space();
            value(0);
            space();
            Refusal.unlessReadable(next == END);
        }

        private void value(int depth) throws IOException {
            if (depth > MAX_DEPTH) {
                throw new Refusal(Rule.NESTING);
            }
            switch (next) {
                case '{' -> items(depth, '}', true);
                case '[' -> items(depth, ']', false);
                case '"' -> string();
                case 't' -> word("true");
                case 'f' -> word("false");
                case 'n' -> word("null");
                default -> number();
            }
        }

        private void items(int depth, char end, boolean named) throws IOException {
            advance();
            space();
            if (next == end) {
                advance();
                return;
            }
            while (true) {
                if (named) {
                    string();
                    space();
                    take(':');
                    space();
                }
                value(depth + 1);
                space();
                if (next == end) {
                    advance();
                    return;
                }
                take(',');
                space();
            }
        }

        private void string() throws IOException {
            take('"');
            while (next != '"') {
                Refusal.unlessReadable(next >= ' ');
                if (next == '\\') {
                    advance();
                    escape();
                } else {
                    advance();
                }
            }
            advance();
        }

        private void escape() throws IOException {
            if (next == 'u') {
                for (int digit = 0; digit < 4; digit++) {
                    advance();
                    Refusal.unlessReadable(Character.digit(next, 16) >= 0 && next < 128);
                }
            } else {
                Refusal.unlessReadable("\"\\/bfnrt".indexOf(next) >= 0);
            }
            advance();
        }

        private void number() throws IOException {
            if (next == '-') {
                advance();
            }
            if (next == '0') {
                advance();
            } else {
                digits();
            }
            if (next == '.') {
                advance();
                digits();
            }
            if (next == 'e' || next == 'E') {
                advance();
                if (next == '+' || next == '-') {
                    advance();
                }
                digits();
            }
        }

        private void digits() throws IOException {
            Refusal.unlessReadable(next >= '0' && next <= '9');
            while (next >= '0' && next <= '9') {
                advance();
            }
        }

        private void word(String expected) throws IOException {
            for (int index = 0; index < expected.length(); index++) {
                take(expected.charAt(index));
            }
        }

        private void space() throws IOException {
            while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                advance();
            }
        }

        private void take(char expected) throws IOException {
            Refusal.unlessReadable(next == expected);
            advance();
        }

        private void advance() throws IOException {
            next = text.read();
        }
    }
}
