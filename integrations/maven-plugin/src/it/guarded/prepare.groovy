// The plugin of the README, as it stands there, becomes the one of the project.
def readme = new File(basedir, '../../../../../README.md').getText('UTF-8')
def plugin = readme.split('```xml\n').tail()*.split('```')*.head().find { it.contains('<artifactId>jprof-maven-plugin<') }
assert plugin : 'the README has the plugin'
def commands = new Properties()
new File(basedir, 'invoker.properties').withInputStream { commands.load(it) }
['invoker.goals.1', 'invoker.goals.2'].each { assert readme.contains("\nmvn ${commands[it]}\n") : commands[it] }

def pom = new File(basedir, 'pom.xml')
def text = pom.getText('UTF-8')
assert text.contains('<!-- The plugin of the README. -->')
pom.setText(text.replace('<!-- The plugin of the README. -->', plugin), 'UTF-8')
