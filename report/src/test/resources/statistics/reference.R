# What R says of samples of every kind: Rscript reference.R > reference.csv
# Only a seed decides the samples; they are written out, so that the test needs neither R nor its generator.

options(warn = -1)
text <- function(values) paste(formatC(values, digits = 17, width = 1, format = "g"), collapse = " ")
line <- function(...) cat(paste(c(...), collapse = ";"), "\n", sep = "")

compare <- function(name, current, base) {
  test <- wilcox.test(current, base, conf.int = TRUE, tol.root = 1e-13)
  kind <- if (grepl("exact", test$method)) "exact" else "approximate"
  line("wilcox", name, kind, text(current), text(base), text(c(test$p.value, test$estimate, test$conf.int)))
}

adjust <- function(name, p) line("adjust", name, text(p), text(p.adjust(p, method = "BH")))

cat("#", R.version.string, "\n")
line("# wilcox", "name", "kind", "current", "base", "p estimate low high")
line("# adjust", "name", "p", "adjusted")

set.seed(5)
for (sizes in list(c(1, 1), c(1, 4), c(2, 2), c(3, 3), c(3, 7), c(4, 4), c(5, 5), c(6, 9), c(8, 8), c(10, 10), c(12, 10),
                   c(20, 20), c(31, 17), c(49, 49), c(50, 50), c(60, 12))) {
  name <- paste(sizes, collapse = " v ")
  compare(paste(name, "same"), rnorm(sizes[1]), rnorm(sizes[2]))
  compare(paste(name, "shifted"), rlnorm(sizes[1], 20.05, 0.05), rlnorm(sizes[2], 20, 0.05))
}
compare("apart", 11:20 + 0.5, 1:10)
compare("downwards", c(0.1, 0.7, 0.4, 0.9, 0.2, 0.3), c(1.9, 1.4, 1.1, 2.5, 1.7, 1.2))

compare("one tie", c(1.5, 2.5, 3.5, 4.5, 5.5), c(1.5, 2.6, 3.7, 4.8, 5.9))
compare("few ties", round(rnorm(10, 100, 5)), round(rnorm(10, 104, 5)))
compare("many ties", rpois(10, 4), rpois(10, 6))
compare("many ties, sizes differ", rpois(15, 3), rpois(7, 3))
compare("two values", c(1, 1, 1, 0, 0, 1, 1, 1), c(0, 0, 1, 0, 0, 1, 0, 0))
compare("nothing before", c(5.1, 6.2, 5.9, 7.3, 6.6, 5.2, 6.1, 7), rep(0, 8))
compare("nearly constant", c(rep(1048576, 9), 1048592), c(rep(1048576, 7), 1048640, 1048592, 1048576))
compare("large and tied", round(rnorm(60, 50, 4)), round(rnorm(55, 52, 4)))

adjust("one", 0.03)
adjust("all the same", rep(0.02, 7))
adjust("rising", c(0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216))
adjust("with ties and ends", c(1, 0, 0.5, 0.01, 0.01, 0.04, 1, 0.04, 0.03))
adjust("chance", runif(60))
adjust("some true", c(runif(30), rbeta(6, 0.1, 40)))
