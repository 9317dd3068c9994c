@echo off
rem Starts jprof on Windows. It stays the parent of what 'jprof run' starts.
setlocal
set "jprof_java=java"
if defined JAVA_HOME set "jprof_java=%JAVA_HOME%\bin\java"
if defined JPROF_JAVA set "jprof_java=%JPROF_JAVA%"
"%jprof_java%" -XX:+UseSerialGC -cp "%~dp0..\lib\jprof.jar" dev.jprof.cli.Main %*
exit /b %ERRORLEVEL%
