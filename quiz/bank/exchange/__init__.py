"""Exchange: questions in the formats that other quizzes have, taken in and given out; one module a format."""
