package io.github.cdkoidc.assembly;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The folder that an app was synthesized into. No file outside it is read, whatever a manifest or template in it names. */
record AssemblyFolder(Path root) {

    /** The bytes of a file that are read at most. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private static final int SHOWN = 80;

    /**
     * The file or directory of a name, as it is written in a directory. A link is followed.
     *
     * @throws IOException if it is outside this folder, or if there can be none of such a name
     */
    Path file(Path directory, String name) throws IOException {
        try {
            Path file = directory.resolve(name).normalize();
            if (isInside(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new IOException("no file can be called " + shown(name), e);
        }
        throw new IOException(shown(name) + " is outside the folder of the app, and only files in it are read");
    }

    private boolean isInside(Path file) throws IOException {
        Path inside = root.toAbsolutePath().normalize();
        try {
            return file.toRealPath().startsWith(inside.toRealPath());
        } catch (NoSuchFileException e) {
            return file.toAbsolutePath().normalize().startsWith(inside);
        }
    }

    /** A name as a JSON text, shortened. */
    static String shown(String name) {
        return TextNode.valueOf(name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name)
                .toString();
    }

    /** What a file holds. */
    static String text(Path file) throws IOException {
        long size = Files.size(file);
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a file");
        }
        if (size > LARGEST) {
            throw new IOException("it has " + size + " bytes, and CloudFormation takes 1048576");
        }
        return Files.readString(file);
    }

    /** Why a file cannot be read, on one line. */
    static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof FileSystemException problem && problem.getReason() != null
                ? problem.getReason()
                : String.valueOf(e.getMessage());
    }
}
