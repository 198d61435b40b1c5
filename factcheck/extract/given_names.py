"""Given names of many tongues, by the gender that they nearly always tell."""

from __future__ import annotations

from factcheck.extract.wordlists import words

_MALE = words(
    """
    Aaron Adam Adrian Ahmed Al Alan Albert Alejandro Alex Alexander Alfred Ali Allen Andre Andrew Angelo
    Anthony Antonio Arthur Barack Barry Ben Benjamin Bernard Bernie Bill Bob Bobby Boris Brad Bradley
    Brandon Brendan Brent Brett Brian Bruce Bryan Carl Carlos Charles Charlie Chris Christopher Chuck
    Clarence Colin Craig Dale Dan Daniel Darren Dave David Dean Denis Dennis Derek Diego Dick Dmitry Don
    Donald Douglas Doug Duncan Dwight Earl Ed Eddie Edgar Edward Edwin Eli Elliott Eric Ernest Eugene
    Evan Felix Fernando Francis Francisco Frank Franklin Fred Frederick Gabriel Gary Gavin Gene Geoffrey
    George Gerald Gilbert Glenn Gordon Graham Greg Gregory Guy Harold Harry Hector Henry Herbert Herman
    Howard Hugh Hugo Ian Isaac Ivan Jack Jacob Jake James Jared Jason Javier Jay Jeb Jeff Jeffrey Jeremy
    Jerome Jerry Jesse Jim Jimmy Joe Joel John Johnny Jon Jonathan Jorge Jose Joseph Josh Joshua Juan
    Julian Justin Karl Keith Ken Kenneth Kevin Kurt Lamar Larry Lawrence Lee Leo Leon Leonard Leroy
    Lindsey Lewis Louis Lucas Luis Luke Malcolm Manuel Marc Marco Marcus Mario Mark Martin Marvin Mathew
    Matt Matthew Maurice Max Melvin Michael Miguel Mike Mitch Mitt Mohamed Mohammed Morris Nathan Neil
    Newt Nicholas Nick Nigel Noah Norman Oleg Oliver Omar Oscar Otto Owen Patrick Paul Pavel Pedro Perry
    Pete Peter Phil Philip Phillip Preet Rafael Ralph Ramon Rand Randy Raul Ray Raymond Reginald Reince
    Rex Ricardo Richard Rick Rob Robert Roberto Rod Rodney Roger Roland Ron Ronald Rory Ross Roy Ruben
    Rudy Rupert Russell Ryan Sam Samuel Scott Sean Sergei Sergey Seth Shane Shaun Simon Stanley Stephen
    Steve Steven Stewart Stuart Ted Terrence Terry Thad Theodore Thomas Tim Timothy Todd Tom Tommy Tony
    Travis Trevor Tyler Vernon Victor Vincent Vladimir Wade Wallace Walter Warren Wayne Wesley Will
    William Willie Xavier Yuri Zachary
    """
)

_FEMALE = words(
    """
    Abigail Adriana Agnes Alexandra Alice Alicia Alison Allison Amanda Amber Amy Ana Andrea Angela
    Angelina Anita Ann Anna Anne Annie April Ashley Audrey Barbara Beatrice Bernadette Beth Betty
    Beverly Bonnie Brenda Brittany Camille Candice Carla Carmen Carol Caroline Carolyn Carrie Catherine
    Cathy Cecilia Charlotte Chelsea Cheryl Christina Christine Cindy Claire Clara Colleen Connie
    Constance Cynthia Daisy Dana Danielle Dawn Deborah Debbie Debra Denise Diana Diane Dianne Dolores
    Donna Doris Dorothy Eileen Elaine Eleanor Elena Elise Elizabeth Ellen Emily Emma Erica Erin Esther
    Eva Eve Evelyn Fatima Faye Fiona Florence Frances Gail Georgia Gina Gloria Grace Greta Hannah
    Harriet Hazel Heather Heidi Helen Hillary Hope Huma Ida Inez Ingrid Irene Iris Isabel Ivanka Jackie
    Jacqueline Jane Janet Janice Jasmine Jean Jeanne Jennifer Jenny Jessica Jill Joan Joanna Joanne Jodi
    Josephine Joyce Juanita Judith Judy Julia Julie June Karen Kate Katherine Kathleen Kathryn Kathy
    Katie Kay Kayleigh Kelly Kellyanne Kim Kimberly Kirsten Kristen Lara Laura Lauren Leah Leila Lena
    Lillian Lily Linda Lisa Lois Loretta Lori Lorraine Louise Lucia Lucy Lydia Lynn Madeleine Maggie
    Marcia Margaret Maria Marian Marie Marilyn Marina Marine Marjorie Marlene Marsha Martha Mary Maureen
    Megan Melania Melanie Melissa Mercedes Meredith Michelle Mildred Miriam Molly Monica Nadia Nancy
    Naomi Natalie Natasha Nicola Nicole Nina Nora Norma Olga Olivia Pamela Patricia Patty Paula Pauline
    Peggy Penelope Phyllis Priya Rachel Rebecca Regina Renee Rhonda Rita Roberta Robin Rosa Rose
    Rosemary Ruth Sally Samantha Sandra Sandy Sara Sarah Shannon Sharon Sheila Shirley Sofia Sonia
    Sophia Sophie Stacy Stella Stephanie Sue Susan Susanna Suzanne Sylvia Tamara Tammy Tanya Tara Teresa
    Theresa Tiffany Tina Tracy Ursula Valerie Vanessa Vera Veronica Victoria Violet Virginia Vivian
    Wendy Whitney Yolanda Yvonne Zoe
    """
)

_MORE_MALE = words(
    """
    Abdul Abdullah Abel Abraham Achim Adil Adolf Ahmad Alain Alastair Alberto Aldo Alec Aleksandr
    Alejandro Alessandro Alexei Alexis Alfonso Alfredo Alistair Allan Alonzo Alvaro Alvin Amir Amit Amos
    Anders Andreas Andrei Andrej Andres Andrey Andy Angus Anil Ansel Anton Archie Ari Arjun Armando
    Arnold Art Arturo Ash Ashton Asif Augustus Axel Barney Bart Bashar Bela Benedict Benito Benny Bert
    Bilal Bjorn Blake Bo Boyd Brock Bruno Bryce Burt Byron Caleb Calvin Cameron Carlo Carlton Carter
    Casey Cedric Cesar Chad Chester Christian Christoph Clark Claude Claudio Clay Clayton Clement
    Clifford Clinton Clive Clyde Cody Cole Colm Connor Conor Conrad Corey Cory Cristian Curtis Cyril
    Cyrus Damian Damon Danny Dante Darius Darrell Darryl Davey Declan Dennis Derrick Desmond Dexter
    Diarmuid Dieter Dimitri Dinesh Dirk Dominic Dougal Drew Dylan Edgardo Eduardo Edmund Egon Elias
    Elijah Elmer Emanuel Emil Emilio Emmanuel Emmett Enrique Enzo Erik Ernesto Erwin Ethan Ettore Euan
    Ewan Ezra Fabian Farid Federico Fergus Finn Fletcher Floyd Forrest Franco Francois Franz Frederic
    Freddie Fritz Garrett Gaston Gavin Geoff Gerard Gerardo Gerhard Gianni Gideon Giles Gino Giorgio
    Giovanni Giulio Giuseppe Glen Grant Gregor Guillermo Gunnar Gunther Gus Gustav Gustavo Hamid Hans
    Harlan Harris Harvey Hasan Hassan Hans Heinrich Heinz Helmut Hendrik Hiram Hiroshi Homer Horace
    Horst Hubert Hussein Ibrahim Ignacio Igor Ilya Imran Irving Ismail Ivor Jacques Jaime Jamal Jamie
    Jan Janos Jasper Jean-Claude Jean-Pierre Jed Jens Jerald Jerome Jiri Joaquin Jochen Joel Johan
    Johann Johannes Jonah Jonas Jordan Josef Juergen Jude Jules Julio Jurgen Kamal Karim Karel Kareem
    Kaspar Kenji Kent Khalid Kieran Kirk Klaus Knut Konrad Kristian Kyle Lachlan Lars Laszlo Laurence
    Laurent Leander Lech Leif Leopold Lester Levi Liam Lionel Lloyd Logan Lorenzo Lothar Luc Luca Lucian
    Lucien Luigi Luther Lyle Lyndon Magnus Mahmoud Malik Manfred Marcel Marcelo Marlon Marshall Mateo
    Mathias Matteo Matthias Mauricio Mehmet Mick Miguel Mikael Mikhail Mikko Milan Miles Milo Milos
    Milton Miroslav Mitchell Moe Mohammad Morgan Mortimer Moses Muhammad Murray Mustafa Myron Naveen Ned
    Nelson Nico Nicolas Nikolai Nils Norbert Olaf Ole Olivier Orlando Oskar Osman Oswald Pablo Paddy
    Paolo Pascal Percy Pierre Piers Pietro Prakash Quentin Quincy Radek Rafiq Raj Rajesh Raja Ramesh
    Rashid Raoul Ravi Rene Reuben Rhys Ricky Rickey Riccardo Rinaldo Robbie Roderick Rodrigo Rolf Romain
    Roman Ronnie Rowan Royce Rufus Rustam Said Salim Salman Salvador Salvatore Sami Sanjay Santiago Saul
    Sebastian Sergio Shaheen Shawn Sheldon Sidney Siegfried Silas Silvio Simeon Slobodan Solomon Soren
    Spencer Stan Stefan Stefano Stelios Sterling Stewart Sunil Sven Tadeusz Tariq Ted Terence Theo
    Thibault Thor Thorsten Tibor Tobias Toby Tomas Tommaso Toni Trey Tristan Truman Tucker Ulrich
    Umberto Uri Uwe Valentin Vaclav Vance Vasily Vic Vijay Vikram Viktor Vincenzo Vinod Virgil Vito Vlad
    Walker Waldo Ward Werner Wes Wilbur Wilfred Wilhelm Willard Willem Winston Wolfgang Woodrow Wyatt
    Yasser Yves Yusuf Zach Zack Zane Zoltan
    """
)
_MORE_FEMALE = words(
    """
    Ada Adele Adelaide Adrienne Agatha Agnieszka Aida Aileen Aisha Akiko Alana Alba Alexandria Alexis
    Alina Aline Alma Alyssa Amalia Amelia Amina Amina Anastasia Angelica Anika Anja Anjali Annabel
    Anneliese Annette Antonia Anya April Ariana Arlene Astrid Ava Ayesha Bea Beata Becky Belinda Bella
    Bernice Bertha Bessie Betsy Bianca Birgit Blanca Blanche Bridget Brigitte Brooke Bryony Candace Cara
    Carina Carly Cassandra Cathleen Celeste Celia Chantal Charlene Chiara Chloe Claudette Claudia
    Clementine Cora Corinne Courtney Cristina Dagmar Daniela Daphne Dara Darlene Deb Deirdre Delia
    Delores Dina Dolly Dominique Dora Doreen Dorothea Dottie Edith Edna Effie Eliza Ella Elsa Elsie
    Elspeth Elvira Emilia Emmanuelle Erika Ernestine Esme Estelle Esperanza Ethel Eugenia Eunice
    Evangeline Farah Felicia Felicity Fern Flora Francesca Francine Freda Frieda Gabriela Gabrielle
    Gemma Genevieve Georgina Geraldine Gertrude Gillian Ginny Giulia Gladys Glenda Greer Gretchen
    Guadalupe Gwen Gwendolyn Halima Hana Hanna Hattie Helena Helga Henrietta Hermione Hilda Hilary Holly
    Honor Ilse Imelda Imogen India Ines Inga Ingeborg Irina Irma Isabella Isabelle Isla Ivana Ivy Jacqui
    Jade Jana Janelle Janine Jeannette Jen Jemima Jenna Jessie Joann Jocelyn Johanna Jolanda Josefina
    Josie Judi Juliana Juliet Juliette Justine Kamala Karin Karina Karla Kasia Katarina Katarzyna
    Katharine Katja Katrina Kaye Keira Kendra Kerry Khadija Kirstin Kirsty Kitty Kristi Kristin Kristina
    Kristine Krystyna Lana Latoya Laurel Lavinia Leanne Leigh Leona Leonora Leslie Leticia Liesl Lila
    Lilian Lilla Liliana Lina Livia Liz Liza Lola Lorna Lottie Lotte Lourdes Lucille Lucinda Lucretia
    Luisa Lupe Luz Mabel Mabelle Mae Magda Magdalena Maja Malala Mandy Manuela Mara Marcella Marcy Margo
    Margot Marguerite Mari Mariam Mariana Marianne Maribel Marietta Marissa Marla Marta Mathilda Matilda
    Maud Maude Maura Mavis Maxine May Melinda Melody Mercy Merle Mette Mia Michele Milena Millicent
    Millie Mina Minnie Mira Mireille Moira Mona Morag Muriel Myra Myrna Myrtle Nadine Natalia Natalya
    Nell Nellie Nettie Nia Nicolette Noelle Noor Noreen Nuala Octavia Odette Ofelia Olive Oriana Orla
    Paige Paloma Pam Patrice Patsy Pauletta Pearl Penny Petra Philippa Phoebe Pia Pippa Polly Portia
    Priscilla Prudence Rae Raisa Ramona Raquel Rena Renata Reyna Rhea Roisin Romy Rosalie Rosalind
    Rosanna Roseanne Rosemarie Rosie Rowena Roxanne Ruby Rukmini Sabina Sabine Sabrina Sadie Saoirse
    Saskia Selena Selma Serena Shabana Shana Shari Shauna Sherry Sian Sibyl Sigrid Silvia Simone Sinead
    Siobhan Solveig Sonja Soraya Stephania Susana Susie Suzanna Svetlana Sybil Tabitha Tamar Tamsin
    Tania Tasha Tatiana Tess Tessa Thea Thelma Tilda Tonya Tricia Trish Trudy Uma Una Valentina Valeria
    Velma Verity Verna Veronika Vicki Vicky Viola Vivien Vivienne Wanda Wilhelmina Wilma Winifred Xenia
    Yasmin Yasmine Yelena Yvette Zadie Zara Zelda Zora
    """
)

_OF_BOTH = words(
    """
    Jamie Alex Sam Chris Terry Lee Lindsey Jan Jesse Charlie Francis Claude Rene Toni Robbie Ronnie
    Alexis Rowan Sidney Dana Robin Kim Leslie Kelly Tracy Stacy Jean Andrea Nicola Kerry Lynn Courtney
    Ashley Jessie Shannon Dominique Camille Sandy Hilary Whitney Jackie Noor Michele
    """
)
MALE_NAMES = (_MALE - _OF_BOTH) | (
    _MORE_MALE
    - words(
        """
    Said Grant Ward Cole Clay Art Ash Clinton Harris Carter Nelson Murray Marshall Morgan Walker
    Fletcher Mitchell Spencer Logan Cameron Tucker Jordan Truman Lloyd Floyd Kent Drew Burt Forrest
    Ashton Kirk Clark Carlton Sheldon Sterling Irving Milton Homer Casey Roman Christian Malik Vance
    Waldo Blake Bo Moe
    """
    )
    - _OF_BOTH
)
FEMALE_NAMES = (_FEMALE | _MORE_FEMALE) - _OF_BOTH
GIVEN_NAMES = (
    MALE_NAMES
    | FEMALE_NAMES
    | _OF_BOTH
    | words(
        """
    Grant Ward Cole Clay Art Ash Nelson Murray Marshall Morgan Walker Fletcher Mitchell Spencer Logan
    Cameron Tucker Jordan Lloyd Floyd Kent Drew Burt Forrest Kirk Clark Sheldon Sterling Irving Milton
    Homer Casey Roman Christian Malik Blake Carter Harris Wole Ngozi Kofi Kwame Sasha Yuki Kim Xi Jun
    Wei Chen Min Soo
    """
    )
)
"""These, and names of both women and men, or that are surnames as well: they tell a person, no gender."""
