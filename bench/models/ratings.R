# lme4's InstEval, 73,421 ratings of lecturers by students, as a file. Argument: where to.
suppressMessages(library(lme4))
ratings <- with(InstEval, data.frame(s = paste0("s", s), d = paste0("d", d), service = ifelse(service == "1", "yes", "no"), dept = paste0("D", dept), y = y))
write.csv(ratings, commandArgs(TRUE)[1], row.names = FALSE, quote = FALSE)
