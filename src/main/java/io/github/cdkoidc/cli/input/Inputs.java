package io.github.cdkoidc.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Where input comes from: files, standard input and the environment. All of it is bounded. */
public final class Inputs {

    /** What stands for standard input: {@value}. */
    public static final String STANDARD_INPUT = "-";

    /** The bytes that are read of one input at most: {@value}. A template of CloudFormation takes 1,048,576. */
    public static final int LARGEST = 8 * 1024 * 1024;

    private final InputStream in;
    private final Path directory;
    private final Map<String, String> environment;
    private boolean consumed;

    /** Takes standard input, the directory that paths are relative to, and the variables of the environment. */
    public Inputs(InputStream in, Path directory, Map<String, String> environment) {
        this.in = in;
        this.directory = directory;
        this.environment = environment;
    }

    /** The absolute path of a file or folder that is there. */
    public Path path(String name) {
        try {
            Path path = directory.resolve(name);
            if (Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // The message is that of any other path of nothing.
        }
        throw new BadInputException(
                name, "there is no such file or folder: give the path of one, or - for standard input");
    }

    /** What a message calls an input. */
    static String called(String name) {
        return name.equals(STANDARD_INPUT) ? "standard input" : name;
    }

    /** The path of a file relative to the directory, with slashes. */
    public String shown(Path file) {
        Path shown = file.startsWith(directory) ? directory.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }

    /** Reads a text from a file, or from standard input for {@value #STANDARD_INPUT}. */
    public String text(String name) {
        try {
            return name.equals(STANDARD_INPUT) ? standardInput() : file(name);
        } catch (AccessDeniedException e) {
            throw new BadInputException(name, "this may not be read: allow it, or give another file");
        } catch (IOException e) {
            throw new BadInputException(called(name), "this cannot be read, because of " + e.getMessage());
        }
    }

    private String file(String name) throws IOException {
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new BadInputException(name, "this is a folder: give a file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return text(name, stream);
        }
    }

    private String standardInput() throws IOException {
        if (consumed) {
            throw new BadInputException(
                    STANDARD_INPUT,
                    "standard input is asked for twice, and can be read once: give one of the two as a file");
        }
        consumed = true;
        return text(called(STANDARD_INPUT), in);
    }

    private static String text(String name, InputStream stream) throws IOException {
        byte[] bytes = stream.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new BadInputException(
                    name,
                    "this is longer than " + LARGEST + " bytes, and CloudFormation takes no template of over 1048576: "
                            + "give the policy or the template alone");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInputException(name, "this is not text in UTF-8: give JSON");
        }
    }

    /** {@return the variables of the environment} */
    public Map<String, String> environment() {
        return environment;
    }

    /** The value of a variable of the environment that is set. */
    public String variable(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new BadInputException(name, "this variable is not set, or is empty: export it, or pipe its value in");
        }
        return value;
    }
}
