package io.plimsoll.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Official XML schemas out of the packages that carry them.
final class XmlSchemas {
    private final Schema schema;

    private XmlSchemas(Schema schema) {
        this.schema = schema;
    }

    /// @param imported schemas that the first imports by addresses of the web
    static XmlSchemas of(String resource, String imported) throws SAXException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        return new XmlSchemas(
                factory.newSchema(new StreamSource[] {source(imported), source(resource)}));
    }

    private static StreamSource source(String resource) {
        return new StreamSource(
                new StringReader(
                        JsonSchemas.text(resource).replaceAll("schemaLocation=\"http[^\"]*\"", "")),
                Objects.requireNonNull(XmlSchemas.class.getResource(resource)).toString());
    }

    List<String> errors(String document) throws IOException, SAXException {
        List<String> errors = new ArrayList<>();
        Validator validator = schema.newValidator();
        validator.setErrorHandler(
                new ErrorHandler() {
                    @Override
                    public void warning(SAXParseException each) {
                        errors.add(each.toString());
                    }

                    @Override
                    public void error(SAXParseException each) {
                        errors.add(each.toString());
                    }

                    @Override
                    public void fatalError(SAXParseException each) {
                        errors.add(each.toString());
                    }
                });
        validator.validate(new StreamSource(new StringReader(document)));
        return errors;
    }
}
