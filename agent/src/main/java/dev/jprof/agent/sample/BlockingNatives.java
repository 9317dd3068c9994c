package dev.jprof.agent.sample;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Native methods of the JDK in which a thread waits for something outside the JVM. The JVM calls such a thread running, and its
 * samples are no CPU time. A list, because nothing in the JVM tells: what stands in no list counts as running.
 */
final class BlockingNatives {
    private static final Set<String> METHODS = new HashSet<String>(Arrays.asList(
            "java.io.FileInputStream.readBytes",
            "java.lang.ProcessHandleImpl.waitForProcessExit0",
            "java.lang.UNIXProcess.waitForProcessExit",
            "java.lang.ref.Reference.waitForReferencePendingList",
            "java.net.DualStackPlainSocketImpl.accept0",
            "java.net.DualStackPlainSocketImpl.waitForNewConnection",
            "java.net.PlainDatagramSocketImpl.receive0",
            "java.net.PlainSocketImpl.socketAccept",
            "java.net.PlainSocketImpl.socketConnect",
            "java.net.SocketInputStream.socketRead0",
            "java.net.TwoStacksPlainSocketImpl.socketAccept",
            "sun.nio.ch.DatagramChannelImpl.receive0",
            "sun.nio.ch.DatagramDispatcher.read0",
            "sun.nio.ch.EPoll.wait",
            "sun.nio.ch.EPollArrayWrapper.epollWait",
            "sun.nio.ch.KQueue.poll",
            "sun.nio.ch.KQueueArrayWrapper.kevent0",
            "sun.nio.ch.Net.accept",
            "sun.nio.ch.Net.poll",
            "sun.nio.ch.PollArrayWrapper.poll0",
            "sun.nio.ch.ServerSocketChannelImpl.accept0",
            "sun.nio.ch.SocketDispatcher.read0",
            "sun.nio.ch.WEPoll.wait",
            "sun.nio.ch.WindowsSelectorImpl$SubSelector.poll0",
            "sun.nio.fs.LinuxWatchService.poll",
            "sun.nio.fs.WindowsNativeDispatcher.GetQueuedCompletionStatus0"));

    private BlockingNatives() {}

    static boolean contains(String className, String name) {
        return METHODS.contains(className + "." + name);
    }
}
