package dev.jprof.report.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jprof.report.model.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                // async-profiler, plain, with marks of how the code ran, with signatures, with dots, with simple names
                "java/util/HashMap.get java.util.HashMap get ''",
                "java/util/HashMap.get_[j] java.util.HashMap get ''",
                "java/util/HashMap.get_[0] java.util.HashMap get ''",
                "com/acme/Main.main([Ljava/lang/String|)V_[i] com.acme.Main main ([Ljava/lang/String;)V",
                "com/acme/Main.sum(IJ)D com.acme.Main sum (IJ)D",
                "com.acme.Main$Inner.<init> com.acme.Main$Inner <init> ''",
                "com.acme.Main.lambda$run$0 com.acme.Main lambda$run$0 ''",
                "com/acme/Main$$Lambda+0x00007f1.apply com.acme.Main$$Lambda apply ''",
                "com/acme/Main$$Lambda$14.0x00007f1.apply_[j] com.acme.Main$$Lambda$14 apply ''",
                "Main$$Lambda.0x00007f1.apply Main$$Lambda apply ''",
                "java/lang/invoke/LambdaForm$MH.0x00007f1.invoke_[0] java.lang.invoke.LambdaForm$MH invoke ''",
                "com/acme/Script+0x00007f1.run com.acme.Script/0x00007f1 run ''",
                "HashMap.get HashMap get ''",
                "main.go_[j] main go ''",
                // perf with a map of compiled code
                "Lcom/acme/Main;::main com.acme.Main main ''",
                // others
                "JavaThread::run '' JavaThread::run ''",
                "do_syscall_64_[k] '' do_syscall_64 ''",
                "tcp_v4.Rcv_[k] '' tcp_v4.Rcv ''",
                "/usr/lib/libc.so.6 '' /usr/lib/libc.so.6 ''",
                "libc.so.6 '' libc.so.6 ''",
                "[unknown] '' [unknown] ''",
                "main.main '' main.main ''",
                "com.acme.Main.sum(int) com.acme.Main sum (int)"
            })
    void a_frame_is_a_method_where_it_is_one_of_java(String text, String className, String name, String descriptor) {
        Method method = FrameName.of(text);

        assertThat(method.className()).isEqualTo(className);
        assertThat(method.name()).isEqualTo(name);
        assertThat(method.descriptor()).isEqualTo(descriptor);
    }

    @ParameterizedTest
    @CsvSource({
        "work (app.py:12), work, app.py, 12",
        "<module> (src/app.py:3), <module>, app.py, 3",
        "f (a.b (c).py:7), f (a.b (c).py:7), '', 0"
    })
    void a_frame_of_a_script_has_file_and_line(String text, String name, String file, int line) {
        Method method = FrameName.of(text);

        assertThat(method.name()).isEqualTo(name);
        assertThat(method.file()).isEqualTo(file);
        assertThat(method.line()).isEqualTo(line);
    }

    /** Of languages that allow more signs in names than Java does. */
    @ParameterizedTest
    @CsvSource({
        "com/acme/Test.load (slow), load (slow), ''",
        "com/acme/Test.load (slow)(I)V, load (slow), (I)V",
        "com/acme/Test.adds (a) and (b), adds (a) and (b), ''",
        "com/acme/Test.load(slow)()V, load(slow), ()V"
    })
    void a_name_with_parentheses_stays_whole(String text, String name, String descriptor) {
        Method method = FrameName.of(text);

        assertThat(method.className()).isEqualTo("com.acme.Test");
        assertThat(method.name()).isEqualTo(name);
        assertThat(method.descriptor()).isEqualTo(descriptor);
        assertThat(FrameName.of(FrameName.text(method, false)).qualifiedName()).isEqualTo(method.qualifiedName());
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", ";", "._[j]", "L;::", "a.()"})
    void anything_has_a_name(String text) {
        assertThat(FrameName.of(text).name()).isNotEmpty();
    }
}
