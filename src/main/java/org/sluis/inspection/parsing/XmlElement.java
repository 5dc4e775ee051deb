package org.sluis.inspection.parsing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/**
 * An element of a part that is being copied: the rules of the gate read it like the element itself, also when the reader has
 * gone on, and also without some of its attributes.
 */
final class XmlElement extends StreamReaderDelegate {

    private final int number;
    private final QName name;
    private final List<Attribute> declarations;
    private final List<Attribute> attributes;

    /** An attribute, or the declaration of a namespace: then the value is the namespace. */
    record Attribute(QName name, String value) {

        String localName() {
            return name.getLocalPart();
        }
    }

    private XmlElement(
            XMLStreamReader reader, int number, QName name, List<Attribute> declarations, List<Attribute> attributes) {
        super(reader);
        this.number = number;
        this.name = name;
        this.declarations = declarations;
        this.attributes = attributes;
    }

    /**
     * The element whose start was just read.
     *
     * @param number of the element in its part, from 1
     */
    static XmlElement at(XMLStreamReader reader, int number) {
        List<Attribute> declarations = new ArrayList<>();
        for (int index = 0; index < reader.getNamespaceCount(); index++) {
            String prefix = orEmpty(reader.getNamespacePrefix(index));
            declarations.add(new Attribute(new QName("", prefix), orEmpty(reader.getNamespaceURI(index))));
        }
        List<Attribute> attributes = new ArrayList<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            attributes.add(new Attribute(reader.getAttributeName(index), reader.getAttributeValue(index)));
        }
        return new XmlElement(reader, number, reader.getName(), List.copyOf(declarations), List.copyOf(attributes));
    }

    private static String orEmpty(@Nullable String text) {
        return Optional.ofNullable(text).orElse("");
    }

    /** The same without these attributes. */
    XmlElement without(Predicate<Attribute> those) {
        List<Attribute> rest = attributes.stream().filter(those.negate()).toList();
        return new XmlElement(getParent(), number, name, declarations, rest);
    }

    /** Which element of its part it is, from 1. */
    int number() {
        return number;
    }

    List<Attribute> attributes() {
        return attributes;
    }

    /** The value of the attribute of this local name, in whichever namespace. */
    Optional<String> attribute(String localName) {
        return attributes.stream()
                .filter(attribute -> attribute.localName().equals(localName))
                .map(Attribute::value)
                .findFirst();
    }

    void writeStart(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement(name.getPrefix(), name.getLocalPart(), name.getNamespaceURI());
        for (Attribute declaration : declarations) {
            if (declaration.localName().isEmpty()) {
                writer.writeDefaultNamespace(declaration.value());
            } else {
                writer.writeNamespace(declaration.localName(), declaration.value());
            }
        }
        for (Attribute attribute : attributes) {
            QName named = attribute.name();
            writer.writeAttribute(named.getPrefix(), named.getNamespaceURI(), named.getLocalPart(), attribute.value());
        }
    }

    @Override
    public QName getName() {
        return name;
    }

    @Override
    public String getLocalName() {
        return name.getLocalPart();
    }

    @Override
    public String getNamespaceURI() {
        return name.getNamespaceURI();
    }

    @Override
    public String getPrefix() {
        return name.getPrefix();
    }

    @Override
    public int getAttributeCount() {
        return attributes.size();
    }

    @Override
    public QName getAttributeName(int index) {
        return attributes.get(index).name();
    }

    @Override
    public String getAttributeLocalName(int index) {
        return attributes.get(index).localName();
    }

    @Override
    public @Nullable String getAttributeNamespace(int index) {
        String namespace = attributes.get(index).name().getNamespaceURI();
        return namespace.isEmpty() ? null : namespace;
    }

    @Override
    public String getAttributePrefix(int index) {
        return attributes.get(index).name().getPrefix();
    }

    @Override
    public String getAttributeValue(int index) {
        return attributes.get(index).value();
    }

    @Override
    public @Nullable String getAttributeValue(@Nullable String namespace, String localName) {
        return attributes.stream()
                .filter(attribute -> attribute.localName().equals(localName)
                        && (namespace == null
                                || namespace.equals(attribute.name().getNamespaceURI())))
                .map(Attribute::value)
                .findFirst()
                .orElse(null);
    }

    @Override
    public int getNamespaceCount() {
        return declarations.size();
    }

    @Override
    public @Nullable String getNamespacePrefix(int index) {
        String prefix = declarations.get(index).localName();
        return prefix.isEmpty() ? null : prefix;
    }

    @Override
    public String getNamespaceURI(int index) {
        return declarations.get(index).value();
    }
}
