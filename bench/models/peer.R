# The peer: lme4's lmer on the same file. Arguments: file, formula, factors (a,b). Prints seconds of the fit alone and the log-likelihood.
arguments <- commandArgs(TRUE)
suppressMessages(library(lme4))
data <- read.csv(arguments[1], stringsAsFactors = TRUE)
for (name in strsplit(arguments[3], ",")[[1]]) data[[name]] <- factor(data[[name]])
seconds <- system.time(fit <- lmer(as.formula(arguments[2]), data))[["elapsed"]]
cat(sprintf('{"seconds": %.3f, "logLikelihood": %.9f}\n', seconds, as.numeric(logLik(fit))))
