package dev.jprof.report.view;

import dev.jprof.report.model.JoinedMethods;
import dev.jprof.report.model.Method;
import dev.jprof.report.model.Profile;
import java.util.List;

/** A profile whose class names have no packages, as pstats takes folders out of file names. */
public final class Stripped {
    private Stripped() {}

    /** Methods that become equal in all that is printed of them are one. */
    public static Profile of(Profile profile) {
        List<Method> methods =
                profile.methods().stream().map(Stripped::withoutPackage).toList();
        Profile renamed = new Profile(profile.meta(), methods, profile.threads(), profile.tree());
        return JoinedMethods.of(renamed, Stripped::printedParts);
    }

    private static Method withoutPackage(Method method) {
        String name = method.className();
        return new Method(
                name.substring(name.lastIndexOf('.') + 1),
                method.name(),
                method.descriptor(),
                method.file(),
                method.line(),
                method.kind(),
                method.timed(),
                method.hash());
    }

    private static List<Object> printedParts(Method method) {
        return List.of(
                method.className(), method.name(), method.descriptor(), method.file(), method.line(), method.kind());
    }
}
