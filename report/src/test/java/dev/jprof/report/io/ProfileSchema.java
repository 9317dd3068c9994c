package dev.jprof.report.io;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** docs/profile-format.schema.json, ready to try profiles against. In the test jar, for those who have real ones. */
public final class ProfileSchema {
    private final Schema schema;

    private ProfileSchema(Schema schema) {
        this.schema = schema;
    }

    /** Reads the schema from the project's docs folder. */
    public static ProfileSchema in(Path docs) throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        String text = Files.readString(docs.resolve("profile-format.schema.json"));
        return new ProfileSchema(registry.getSchema(text, InputFormat.JSON));
    }

    /** What is wrong with a profile, packed or not; empty when nothing is. */
    public List<String> violations(Path profile) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(profile));
                InputStream json = profile.toString().endsWith(".gz") ? new GZIPInputStream(file) : file) {
            return violations(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    List<String> violations(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
